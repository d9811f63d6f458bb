# Ce que disent les types de questions d’un dialogue guidé (bot/steps).

form-photos-attached = { $count ->
    [one] { $count } photo
   *[other] { $count } photos
 }
form-length = { $cm } cm ({ $feet })

form-hint-day = Touchez un jour ci-dessous, ou écrivez-le, par exemple <i>{ $example }</i>.
form-hint-moment = Touchez le jour ci-dessous, ou écrivez le jour et l’heure, par exemple <i>3 décembre 19:30</i>.
form-hint-number = De { $low } à { $high }, tout est possible.
form-hint-time = Et l’heure : touchez-en une, ou écrivez-la, par exemple <i>19:30</i>.

form-expects-number = Il me faut un nombre ici, écrit en chiffres dans un message.
form-expects-length = { $sent ->
    [voice] Je ne peux pas encore écouter les messages vocaux : écrivez la mesure, par exemple <i>178</i> (cm) ou <i>5'10"</i>.
   *[other] Il me faut une mesure écrite ici, par exemple <i>178</i> (cm) ou <i>5'10"</i>.
 }
form-expects-girth = { $sent ->
    [voice] Je ne peux pas encore écouter les messages vocaux : écrivez la mesure, par exemple <i>86</i> (cm) ou <i>34"</i>.
   *[other] Il me faut une mesure écrite ici, par exemple <i>86</i> (cm) ou <i>34"</i>.
 }
form-expects-percent = Il me faut un nombre de pour cent ici, écrit dans un message, par exemple <i>20</i> ou <i>5,5</i>.
form-no-percent = Je n’y lis pas de pourcentage : écrivez-en un de 0 à 99,99, par exemple <i>20</i> ou <i>5,5</i>.
form-expects-amount = Il me faut un montant ici, écrit dans un message, par exemple <i>45</i> ou <i>45,50</i>.
form-expects-link = Il me faut une adresse web ici, écrite dans un message, par exemple <i>votrenom.com</i>.
form-expects-day = Il me faut une date ici, écrite dans un message, par exemple <i>3 décembre 2026</i>.
form-expects-moment = Il me faut un jour et une heure ici, écrits dans un message, par exemple <i>3 décembre 19:30</i>.
form-expects-photos = { $sent ->
    [document] C’est arrivé comme fichier : renvoyez-le comme photo, et tout le monde la verra d’un coup d’œil.
    [text] Il me faut des photos ici : envoyez-en une ou plusieurs, comme images et non comme fichiers.
   *[other] Je ne peux rien faire de ce message ici : envoyez des photos, comme images et non comme fichiers.
 }
form-expects-place = { $sent ->
    [text] Je n’y trouve pas de lieu : touchez le trombone, choisissez <b>Position</b>, et envoyez le point sur la carte.
   *[other] Il me faut un point sur la carte ici : touchez le trombone, choisissez <b>Position</b>, et envoyez-le.
 }
form-no-number = Je n’y lis pas de nombre entier : écrivez-en un de { $low } à { $high }.
form-number-range = C’est en dehors de ce qui est possible ici : écrivez un nombre de { $low } à { $high }.
form-no-length = Je n’y lis pas de mesure : écrivez des centimètres, par exemple <i>178</i>, ou des pieds et des pouces, par exemple <i>5'10"</i>. De { $low } à { $high } cm ({ $lowest } à { $highest }), tout est possible.
form-no-girth = Je n’y lis pas de mesure : écrivez des centimètres, par exemple <i>86</i>, ou des pouces, par exemple <i>34"</i>. De { $low } à { $high } cm ({ $lowest } à { $highest }), tout est possible.
form-length-range = Cette mesure me paraît hors limites : je peux prendre de { $low } à { $high } cm ({ $lowest } à { $highest }). Vérifiez et renvoyez-la.
form-no-amount = Je n’y lis pas de montant : écrivez-le en { $currency }, en chiffres, par exemple <i>45</i>.
form-amount-decimals = { $digits ->
    [0] En { $currency }, il n’y a pas de décimales : écrivez un montant entier.
   *[other] En { $currency }, un montant a { $digits } décimales au plus : écrivez-le ainsi.
 }
form-amount-range = Je peux prendre ici de { $low } à { $high } : écrivez un montant entre les deux.
form-no-link = Ce n’est pas une adresse web : elle devrait ressembler à <i>votrenom.com/lookbook</i>. Renvoyez-la.
form-links-many = C’est plus que je ne peux garder : envoyez au plus { $most } adresses en un message.
form-no-day = Je n’y lis pas de date : écrivez le jour, le mois et l’année, par exemple <i>3 décembre 2026</i> ou <i>3.12.2026</i>.
form-no-moment = Je n’y lis pas de jour avec une heure : écrivez les deux, par exemple <i>3 décembre 19:30</i>.
form-no-time = Je n’y lis pas d’heure : écrivez-la par exemple <i>19:30</i>.
form-no-such-day = Ce jour n’est dans aucun calendrier : vérifiez et renvoyez la date.
form-day-range = Ce jour n’est pas possible ici : il peut aller du { $first } au { $last }.
form-day-over = Le { $day } est passé. Si vous pensez au prochain, écrivez aussi son année.
form-moment-past = Ce moment est déjà passé (là-bas, nous sommes le { $now }) : choisissez-en un plus tard.
form-moment-after = Il faut que ce soit après le { $earliest } : choisissez un autre moment.
form-time-skipped = Cette nuit-là, on avance les montres et cette heure n’existe pas : choisissez-en une autre.
form-photos-full = { $most ->
    [one] Il y a de la place pour une photo, et elle est prise : retirez-la d’abord si vous préférez montrer celle-ci.
   *[other] Il y a de la place pour { $most } photos, et toutes sont prises. { $left ->
        [one] La dernière n’a pas été ajoutée
       *[other] Les { $left } dernières n’ont pas été ajoutées
    } ; retirez-en une d’abord si vous préférez en montrer une autre.
 }

day-today = aujourd’hui
day-tomorrow = demain
day-after-tomorrow = après-demain

button-form-undo = Retirer la dernière
button-form-clear = Tout recommencer
button-form-other-day = ‹ Un autre jour
