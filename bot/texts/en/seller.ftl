button-seller = How you are paid
button-seller-token = Connect your own provider
button-seller-other = Another token
button-seller-remove = Remove it
button-seller-surely = Yes, remove it

seller-title = <b>How your house is paid</b>
seller-by-portal = Guests pay through the portal’s provider. With a provider of your own, such as Stripe, the money of your evenings comes straight to you.
seller-by-nobody = Guests cannot pay you in the chat yet: only free places can be had here, and what is paid at the door. Connect a provider of your own, such as Stripe, and they can.
seller-own = Guests pay you through your own provider: the token that ends in <code>{ $ending }</code>, connected on { $since }.
seller-test = <b>It is a test token</b>: invoices look right, and no real money moves.
seller-refused = <b>Telegram has refused it</b> since { $when }, so nobody can pay. Please connect a new token.
seller-gives-back = What came this way is with your provider, and only you can send it back. Where a guest is owed money, I tell you.
seller-surely =
    <b>Remove the token that ends in { $ending }?</b>

    { $then ->
        [portal] From then on guests pay through the portal’s provider.
       *[nobody] From then on guests cannot pay you in the chat: only free places can be had, and what is paid at the door.
    } Invoices that are open already can still be paid to you.

form-seller-token-title = Your own provider
form-seller-token-token =
    Please send me the token of your payment provider. Whoever looks after this bot finds it at @BotFather: /mybots, this bot, Payments, your provider.

    It looks like <code>284685063:LIVE:NzE1…</code>, with TEST in place of LIVE as long as no real money is to move. I delete your message at once, keep the token sealed, and show no more of it than its last four characters.
form-seller-token-token-invalid = That is not a provider’s token. It has figures, then :LIVE: or :TEST:, then letters and figures without a space, such as 284685063:LIVE:NzE1… A bot’s own token is something else. I have deleted your message all the same.
form-seller-token-done = Connected. Your message with the token is deleted.

notice-account-refused =
    <b>Your guests cannot pay</b>

    Telegram refuses the token of your payment provider. Places that were chosen stay held until their deadline. Please connect a new token.
