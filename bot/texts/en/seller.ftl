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
    Please send me the token of your payment provider. Whoever looks after this bot finds it at @BotFather: <code>/mybots</code>, this bot, Payments, your provider.

    It looks like <code>284685063:LIVE:NzE1…</code>, with TEST in place of LIVE as long as no real money is to move. I delete your message at once, keep the token sealed, and show no more of it than its last four characters.
form-seller-token-token-invalid = That is not a provider’s token. It has figures, then :LIVE: or :TEST:, then letters and figures without a space, such as 284685063:LIVE:NzE1… A bot’s own token is something else. I have deleted your message all the same.
form-seller-token-done = Connected. Your message with the token is deleted.

notice-account-refused =
    <b>Your guests cannot pay</b>

    Telegram refuses the token of your payment provider. Places that were chosen stay held until their deadline. Please connect a new token.

button-seller-data = What receipts say
button-seller-no-data = Only our name
seller-no-data = <b>Receipts</b> say your public name. If you have to state a legal name, an address or VAT, tell me.
seller-data =
    <b>Receipts</b> say:
    { $name }
    { $address }
seller-data-number = Tax number { $number }
seller-data-rate = VAT of { $rate } % is contained in your prices

form-seller-data-title = What your receipts say
form-seller-data-done = Kept. Receipts of what is paid from now on say so; earlier ones stay as they were.
form-seller-data-name = Under which legal name do you sell?
form-seller-data-name-label = Legal name
form-seller-data-name-invalid = A name has letters or figures: please write it as your registration has it.
form-seller-data-address = At which address? Street, place and country, in one message.
form-seller-data-address-label = Address
form-seller-data-address-invalid = An address has letters or figures, such as <i>Corso Venezia 16, 20121 Milano, Italy</i>.
form-seller-data-number = Which VAT or tax number shall stand there? Skip it if you need none.
form-seller-data-number-label = Tax number
form-seller-data-number-invalid = A number has letters or figures, such as <i>IT01234567890</i>.
form-seller-data-rate = How many percent VAT do your prices contain? Skip it if your receipts need not say; write 0 if you are exempt.
form-seller-data-rate-label = VAT

button-receipt = Receipt
button-receipt-mail = Send it by e-mail
receipt-mailed = It is on its way to your address.
receipt-subject = Receipt { $number } · { $title }
receipt-head =
    <b>Receipt</b> · order { $number }
    { $day }, { $clock }
receipt-buyer = For { $buyer }
receipt-evening = { $title }, { $when }
receipt-seller = Sold by <b>{ $name }</b>
receipt-address = { $address }
receipt-number = Tax number { $number }
receipt-discount = Discount{ $code ->
        [none] {""}
       *[other] , code { $code }
    } · −{ $amount }
receipt-total = Together <b>{ $total }</b>, { $method ->
    [door] paid at the door
   *[chat] paid in the chat
 }
receipt-vat = of which VAT { $rate } %: { $amount }
receipt-went = ↩ { $amount } given back on { $day }
receipt-kept = Remains <b>{ $amount }</b>{ $vat ->
    [none] {""}
   *[other] , of which VAT { $vat }
 }
