button-services = Services
services-title = <b>À qui parle le portail</b>
services-none = Rien encore : Telegram et le serveur de courrier apparaissent ici dans les minutes qui suivent le démarrage.
services-line-active = 🟢 <b>{ $name }</b> · { $kind ->
    [telegram] messages
    [mail] lettres
    [sms] SMS
   *[social] publications
 }
services-line-failing = 🟡 <b>{ $name }</b> · { $kind ->
    [telegram] messages
    [mail] lettres
    [sms] SMS
   *[social] publications
 } · échoue par moments
services-line-error = 🔴 <b>{ $name }</b> · { $kind ->
    [telegram] messages
    [mail] lettres
    [sms] SMS
   *[social] publications
 } · au repos après des échecs
services-line-inactive = ⚪️ <b>{ $name }</b> · { $kind ->
    [telegram] messages
    [mail] lettres
    [sms] SMS
   *[social] publications
 } · arrêté
services-unheard = Pas encore de nouvelles.
services-heard = { $minutes ->
    [0] Nouvelles à l’instant.
    [one] Nouvelles il y a { $minutes } minute.
   *[other] Nouvelles il y a { $minutes } minutes.
 }
services-fails = La dernière fois : { $kind ->
    [away] personne n’a répondu à son adresse.
    [slow] pas de réponse à temps.
    [login] il ne nous laisse pas entrer : voyez son nom, son mot de passe ou son jeton.
    [unproven] il ne prouve pas qui il est : voyez son certificat.
    [answer] il a répondu par l’erreur { $number }.
   *[other] <code>{ $why }</code>
 }
services-how = Qui tient la machine les ajoute, les essaie et les retire : <code>main.py services</code>
