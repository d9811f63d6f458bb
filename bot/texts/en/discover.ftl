list-tonight = <b>Tonight</b>
list-week = <b>The next seven days</b>
list-free = <b>Free evenings</b>
list-mine = <b>For you</b>
list-near = <b>Nearest to you</b>
list-chosen = <i>{ $chosen }</i>
list-empty = Nothing answers to that just now. Leave something out, or see all that is on.
list-mine-empty = Nothing new from those you follow. As soon as there is, it stands here.
programme-away = { $away } · { $place }
days = { $first } – { $last }

button-tonight = Tonight
button-week = This week
button-near = Near me
button-free = Free
button-for-you = For you
button-all = All evenings
button-filter = Filter
button-search = Search

filter = <b>Which evenings would you like to see?</b>
filter-nothing = <b>Nothing answers to that just now.</b> Leave something out, and there may be more.
filter-any = Any
filter-city = City
filter-days = When
filter-kind = What
filter-price = Price
filter-city-question = <b>Where?</b>
filter-kind-question = <b>What kind of evening?</b>
filter-price-question = <b>For how much?</b> The price of the cheapest ticket counts.
filter-days-question = <b>When?</b> Tap a day. A second tap on a later one makes it a span.
filter-days-chosen = <b>{ $days }</b>
button-filter-part = { $part }: { $value }
button-show = { $count ->
    [one] Show the one evening
   *[other] Show { $count } evenings
 }
button-show-many = Show more than { $count } evenings
button-clear = Clear
button-days-done = That is it
when-tonight = Tonight
when-week = Next seven days
kind-fashion_show = Shows
kind-exhibition = Exhibitions
kind-workshop = Workshops
price-free = Free
price-most = Up to { $most }
step-free = Step-free

search-question =
    <b>What are you looking for?</b>

    Write it here: a show, a designer, a venue, a city. Spelling is not that important.
search-no-words = I can only look for words: a show, a designer, a venue or a city. What shall it be?
search-found = <b>“{ $words }”</b>
search-meant = I know no “{ $asked }”, but here is <b>{ $words }</b>.
search-some = Nothing answers to all of “{ $asked }”. This comes closest.
search-nothing =
    I looked everywhere for “{ $asked }” and came back with empty hands.

    Try a single word, such as a brand or a city, or see all that is on.

near-question = <b>Where are you?</b> Share your location, and I show you what is nearest. I use it for this and do not keep it. You can also send any place with the paper clip.
near-found = Thank you. These are the nearest.
near-not-now = Very well, another time.
button-share-place = Share my location
button-not-now = Not now

button-brand = { $name } ›
button-house = The house: { $name } ›
maker-title = <b>{ $name }</b>
maker-about = { $about }
maker-next = <b>Next</b>
maker-nothing-next = Nothing is announced just now. Follow, and it will stand under “For you”.

button-follow = ♡ Follow { $name }
button-followed = ♥ Following { $name }
button-following = Following
button-unfollow = ✕ Unfollow
alert-followed = You follow { $name } now. Their evenings stand under “For you”.
alert-unfollowed = Done: you follow no longer.
following =
    <b>You follow</b>

    { $count ->
        [one] One name. What they show next stands under “For you”.
       *[other] { $count } names. What they show next stands under “For you”.
     }
following-none =
    <b>You follow nobody yet</b>

    Open an evening, its line-up, and tap a designer: from then on nothing of theirs passes you by. Houses and cities can be followed too.

event-left = { $left ->
    [one] One place is left.
   *[other] { $left } places are left.
 }

inline-house = { $house }
button-open = See it and take a place
button-inline-nothing = Nothing found. See all evenings
button-inline-all = All evenings

command-search = Look for a show, a designer or a venue
command-near = What is near me
command-following = Whom I follow
