/**
 * The words that most people's passwords are made of, in lower case and without the digits and signs that they add at the
 * ends ("password1", "P@ssw0rd!"). What counts as such a password is said in common-password.ts; each word stands for hundreds.
 */
const text = `
password passwort passwrd passwor passw passwd pass passphrase passcode secret secrets mysecret topsecret letmein letme letmesee
welcome welcomehome welcomeback hello hellohello helloworld hallo holla changeme changeit change default admin administrator
administrador root toor superuser super sysadmin system user username guest test tester testing testtest testpass demo sample
example temp temporary login logon signin access open opensesame sesame enter entrance master mymaster server service support
office manager company business computer laptop desktop internet network security secure private public oracle mysql postgres
database backup windows microsoft apple google android iphone samsung nokia huawei motorola sony panasonic toshiba dell compaq
hewlett lenovo linux ubuntu debian unix redhat fedora cisco router switch default wireless wifi bluetooth hotspot gateway
docket dockets mydocket todo todos todolist mytodo task tasks tasklist mytasks list mylist lists assistant chat reminder
reminders calendar agenda planner notes checklist deadline schedule productivity organizer inbox
iloveyou ilovey iloveu iloveme ilovemyself loveyou loveme lovely lover lovers lovelove love loveyouforever mylove truelove
iloveyousomuch iloveyouall iloveyoubaby iloveyoubabe iloveher ilovehim ilovegod ilovejesus ilovemusic ilovemom ilovemum
ilovemydad ilovemyfamily lovehate lovehurts lovebug lovebird loverboy lovergirl babygirl babyboy babyface baby babydoll babe
honey sweetheart sweetie sweety sugar candy cutie cutiepie princess prince queen king princesa prinzessin angel angels angelito
angelica heart hearts kiss kisses kissme kissmyass hugs sexy sexygirl sexyboy sexyme sexybitch hottie beauty beautiful gorgeous
forever foreverlove forevermore always together nevermind never neverdie whatever nothing something anything everything
trustno trustme trust nobody noone somebody someone friend friends friendship bestfriend bestfriends forgetme forgetmenot
remember remembe myself mylife lifehack life lifesucks lifeisgood live livelife livelong laugh liveandlearn goodlife
dragon dragons dragonball dragonballz dragonfly dragonfire blackdragon reddragon monkey monkeys monkeyboy monkeybutt monkeyman
shadow shadows shadowhunter master mustang mustangs michael jordan superman batman spiderman ironman wolverine catwoman
hulk thor avengers captain america captainamerica deadpool joker harley harleydavidson harley robin wonderwoman supergirl superstar
superhero starwars startrek skywalker anakin yoda darthvader vader chewbacca solo jedi jediknight mandalorian stormtrooper
pokemon pikachu charizard charmander bulbasaur squirtle mewtwo eevee naruto sasuke sakura kakashi itachi hinata goku vegeta
gohan sonic mario luigi zelda link nintendo playstation xbox gameboy gamer gamers minecraft fortnite roblox warcraft
worldofwarcraft starcraft counterstrike counter halflife quake doom diablo overwatch leagueoflegends callofduty tetris
football footballer soccer baseball basketball volleyball hockey icehockey tennis golf golfer golfing cricket rugby boxing
wrestling swimming swimmer running runner cycling biker skate skater skateboard skateboarding snowboard snowboarding surfing
surfer skiing ski bowling fishing fisherman hunter hunting dancer dance dancing ballet gymnast gymnastics cheer cheerleader
karate judo kungfu ninja samurai warrior fighter boxer champion champions winner winners winning victory olympic
arsenal chelsea liverpool everton manchester manunited manutd manchesterunited mancity tottenham newcastle celtic rangers
barcelona realmadrid juventus inter acmilan napoli bayern bayernmunchen dortmund borussia schalke ajax feyenoord benfica
sporting galatasaray fenerbahce besiktas flamengo corinthians palmeiras santos boca bocajuniors river riverplate america
cowboys steelers packers redskins raiders eagles patriots broncos dolphins giants bears chargers saints falcons panthers vikings
seahawks ravens bengals browns colts titans jaguars yankees redsox cubs dodgers mets braves astros cardinals phillies
lakers celtics bulls knicks heat warriors spurs rockets magic hornets pistons bruins flyers penguins redwings mapleleafs canucks
ferrari porsche lamborghini mercedes benz bmw audi volkswagen golfgti toyota corolla camry honda civic accord nissan skyline
mazda subaru impreza mitsubishi lancer suzuki yamaha kawasaki ducati triumph corvette camaro chevy chevrolet chevelle ford
fordf focus fiesta dodge charger challenger viper jeep wrangler cadillac lincoln volvo renault peugeot citroen fiat alfaromeo
jaguar bentley rollsroyce tesla racecar racing racer nascar formula turbo diesel truck trucker tractor biker motorcycle
dog dogs doggy doggie puppy puppies cat cats kitty kitten kittens kittycat hellokitty bunny rabbit hamster mouse mickey minnie
mickeymouse donald donaldduck goofy pluto snoopy garfield tigger eeyore winnie winniethepooh poohbear pooh piglet bambi dumbo
simba nemo stitch shrek scooby scoobydoo bugsbunny tweety tweetybird sylvester spongebob patrick squidward simpsons homer bart
lion lions lioness tiger tigers leopard panther blackpanther cheetah puma cougar wildcat bobcat wolf wolves wolfpack lonewolf
fox foxy bear teddybear grizzly panda pandas koala kangaroo elephant giraffe zebra horse horses pony unicorn unicorns pegasus
phoenix eagle falcon hawk raven crow owl penguin parrot chicken duck ducks duckie turkey swan butterfly butterflies ladybug
spider scorpion snake cobra python viper lizard turtle turtles frog froggy dolphin shark sharks whale fish fishy goldfish
lobster buffalo bull bulldog bulldogs rottweiler labrador poodle beagle husky chihuahua maltese dalmatian stallion mustang
buddy buster bailey maggie molly lucy daisy sadie bella max charlie rocky jake cody duke bear toby tucker oliver oscar sammy
rusty shadow ginger pepper coco lucky princess smokey misty tinkerbell tinker peanut peanuts patches precious pumpkin pookie
sunshine sunflower sunset sunrise sunny moonlight moon moonstar midnight starlight stars star stargate starfish rainbow rainbows
thunder lightning storm stormy hurricane tornado blizzard snow snowball snowman snowflake winter summer summertime spring autumn
fall weather cloud cloudy rain rainy sky bluesky skyline heaven heavens hell hellfire paradise nature forest mountain mountains
ocean river lake beach island desert garden flower flowers rose roses lily jasmine violet orchid tulip blossom lavender ivy
green greenday greengreen blue bluebird blueblue blueeyes red redred redhead black blackblack blackcat blackjack blacklabel
blackbird white whitetiger yellow orange purple purplerain pink pinkpink pinky brown silver silverado gold golden goldeneye
diamond diamonds crystal emerald ruby sapphire pearl amber topaz jade platinum titanium copper metal steel iron
chocolate cookie cookies cookiemonster cake cupcake cupcakes muffin brownie candy lollipop bubblegum bubbles gummybear jellybean
cherry apple apples banana bananas strawberry blueberry peaches peach mango kiwi lemon lemonade orange pineapple watermelon grape
grapes coconut tomato potato carrot onion garlic pickle pickles cheese cheesecake cheeseburger burger pizza pasta spaghetti
lasagna taco tacos burrito noodle noodles sushi bacon butter pancake pancakes waffle waffles sandwich hotdog popcorn chips doritos
coffee starbucks espresso cappuccino tea milk milkshake water juice cocacola coke pepsi sprite fanta redbull monster beer
budweiser heineken corona guinness whiskey vodka tequila jackdaniels wine champagne marlboro newport camel
music musica musicman musiclover guitar guitarist drummer drums piano violin trumpet saxophone bass rock rocknroll rockstar
rockon rockyou metallica slipknot nirvana acdc ironmaiden megadeth pantera slayer korn linkinpark greenday blink eminem
slimshady tupac biggie snoopdogg drake beyonce rihanna madonna shakira ladygaga britney christina jonasbrothers justinbieber
bieber onedirection directioner taylorswift beatles thebeatles rollingstones pinkfloyd ledzeppelin queen elvis elvispresley
bobmarley marley jimihendrix hendrix nickelback evanescence mychemicalromance fallout falloutboy paramore coldplay radiohead
gorillaz daftpunk hiphop reggae rasta rastafari techno trance house dubstep disco karaoke
matrix gandalf frodo lordoftherings hobbit legolas aragorn gollum harrypotter potter hogwarts hermione gryffindor slytherin
voldemort dumbledore twilight edward bella jacob cullen vampire vampires werewolf zombie zombies dracula frankenstein terminator
titanic avatar gladiator braveheart scarface godfather rambo rockybalboa jamesbond bond highlander transformers optimus
optimusprime bumblebee gundam inuyasha bleach ichigo onepiece luffy deathnote evangelion sailormoon totoro
friends gameofthrones breakingbad walkingdead supernatural smallville buffy charmed lost dexter sherlock seinfeld southpark
jesus jesuschrist jesuslovesme jesusislord christ christian church bible god godisgood godislove godbless blessed blessing faith
hope grace mercy glory trinity genesis exodus psalm emmanuel immanuel gabriel michael raphael maria mary joseph moses david
solomon samson elijah jeremiah allah muhammad mohammed bismillah alhamdulillah krishna ganesh shiva saibaba buddha namaste
freedom liberty justice peace peaceful loveandpeace war warcraft army navy marine marines airforce soldier sniper police
fireman firefighter firefly fire fireball flames inferno hunter killer killers killme killbill assassin murder death deathstar
devil devils demon demons satan lucifer evil darkness dark darkangel darklord darkside reaper skull skulls blood bloody ghost
ghosts phantom spirit soul magic magical magician wizard witch merlin mystic mystery oracle destiny fortune fantasy finalfantasy
legend legends hero heroes knight knights viking spartan spartans trojan trojans titan pirate pirates treasure adventure explorer
money moneymoney cash dollar dollars euro million millionaire billionaire rich richie richman power powers powerful strong
strength energy success successful genius professor doctor nurse teacher student students school schools college university
highschool class classof senior seniors graduate library science physics chemistry biology math mathematics history english
spanish french german italian american canadian mexican brazilian british scottish irish australian russian chinese japanese
america usa canada mexico brasil brazil argentina colombia chile peru england london scotland ireland france paris germany
deutschland berlin munich hamburg austria vienna switzerland spain espana madrid italy italia roma milano portugal lisboa
holland amsterdam belgium denmark sweden norway finland poland polska russia moscow ukraine turkey istanbul greece egypt africa
nigeria kenya india mumbai delhi bangalore pakistan karachi china beijing shanghai hongkong japan tokyo korea seoul thailand
bangkok vietnam philippines manila pilipinas indonesia jakarta malaysia singapore australia sydney melbourne newzealand hawaii
california losangeles hollywood sanfrancisco sandiego newyork brooklyn manhattan chicago boston texas dallas houston austin
florida miami orlando atlanta georgia virginia carolina detroit michigan ohio denver colorado phoenix arizona vegas lasvegas
nevada seattle washington oregon portland alaska montana dakota tennessee nashville memphis kentucky louisiana neworleans
fuckyou fuckoff fuckme fucker fuck fuckit fuckyall fuckyourself motherfucker asshole asshat bitch bitches bitchass badass
bullshit shit shithead pussy pussycat dick dickhead cock cocksucker penis vagina boobs tits porn porno pornstar naked nude
blowjob bigdick bigboy biggirl bigdog bigdaddy bigmac bigman fatboy fatcat playboy player playgirl pimp pimpin gangsta gangster
thug thuglife hustler hustle rebel outlaw badboy badgirl naughty nasty dirty crazy crazygirl crazyboy psycho insane maniac
stupid idiot loser lazy silly funny fun happy happyday happyness happiness joy joyful smile smiley smiles cool coolcool
coolguy coolgirl coolman awesome amazing fantastic perfect excellent special different simple easy easypass hard
mother motherlode mom mommy mama mamma mother mum mummy father dad daddy daddysgirl papa papi brother brothers sister sisters
family myfamily son daughter grandma grandpa granny uncle auntie cousin husband wife wifey boyfriend girlfriend
birthday happybirthday christmas merrychristmas xmas halloween easter valentine newyear holiday vacation travel party partytime
monday tuesday wednesday thursday friday saturday sunday weekend january february march april may june july august september
october november december today tomorrow yesterday morning goodmorning goodnight night nights
one two three four five six seven eight nine ten onetwothree onetwo numberone number zero first second third infinity
january abcdef abcd abc abcde azerty qwertz qwerty qwert qwer asdf asdfgh zxcvbn zxcvb qazwsx qweasd qweasdzxc asdasd asdfasdf
qweqwe qwertyu poiuy lkjhg mnbvc dvorak keyboard
aaron abigail adam adrian adriana aisha alan albert alberto alejandra alejandro alex alexa alexander alexandra alexandre alexis
alfred alfredo alice alicia alison allison alyssa amanda amelia amy ana anastasia anderson andre andrea andreas andreea andrei
andres andrew andrey andy angela angelina angelo anita anna annabelle anne annette annie anthony antonio april ariana ariel
arthur arturo ashley ashton audrey austin ava barbara barbie becky ben benjamin benny bernard bernardo bernie beth bethany betty
beverly bill billy billybob blake bob bobby bonnie brad bradley brandon brandy brenda brendan brian brianna bridget brittany
brooke bruce bryan bryce caitlin calvin cameron camila camille carl carla carlos carmen carol carolina caroline carrie casey
cassandra cassie catherine cecilia celine chad chantal charles charlene charlotte chelsea cheryl chris christian christine
christopher christy cindy claire clara clarence claudia clayton clifford clinton cody colin connie connor corey courtney craig
cristian cristina crystal curtis cynthia daisy dakota dale dallas damian damien dan dana daniel daniela daniella danielle danny
darius darren dave david dawn dean deborah debbie denis denise dennis derek derrick desiree destiny diana diane diego dmitry
dominic dominique don donald donna dorothy doug douglas duncan dustin dylan earl eddie edgar eduardo edward edwin elaine eleanor
elena eli elias elijah elizabeth ella ellen emily emma enrique eric erica erik erika erin ernest ernesto esteban esther ethan
eugene eva evan evelyn fabian faith fatima felicia felipe felix fernanda fernando fiona florence francesca francesco francis
francisco frank franklin frankie fred freddie freddy frederick gabriel gabriela gabrielle garrett gary gavin gene geoffrey george
gerald gerard gerardo gilbert gina giovanni giuseppe gloria gordon graham grant greg gregory guillermo gustavo hailey hannah hans
harold harriet harrison harry harvey heather hector heidi helen helena henry herbert hernan holly howard hugo hunter ian ibrahim
igor ingrid irene iris isaac isabel isabella isaiah ivan jack jackie jackson jacob jacqueline jade jaime jake james jamie jan jane
janet janice jared jasmine jason javier jay jayden jean jeff jeffrey jen jenna jennifer jenny jeremy jerome jerry jesse jessica
jessie jill jim jimmy joan joana joanna joaquin joe joel joey johan johannes john johnny johnson jon jonathan jordan jorge jose
joseph josephine josh joshua joyce juan juanita judith judy julia julian juliana julie juliet julio julius justin justine karen
karina karl karla kate katherine kathleen kathryn kathy katie katrina kayla keith kelly kelsey ken kendra kenneth kenny kevin
kim kimberly kirsten kristen kristin kristina kristine kurt kyle lance larry laura lauren laurie lawrence leah lee leo leon
leonard leonardo leslie lester lewis liam lillian linda lindsay lindsey lisa lloyd logan lois lola lorena lorenzo loretta lori
lorraine louis louise lucas lucia luciano lucy luis luke lydia lynn mackenzie madeline madison manuel marc marcel marcela marcelo
marcia marco marcos marcus margaret margarita maria mariah mariam mariana marie marilyn marina mario marion marisa marissa mark
marlene marshall martha martin martina marvin mary mason mateo mathew matt matthew matthias maureen maurice mauricio max maxime
maximus maxwell megan melanie melinda melissa melvin mercedes meredith michaela michel michele michelle miguel mike mikhail mila
miles milton miranda miriam mitchell mohamed mohammad molly monica monique morgan moritz muhammad mustafa myra nadia nancy naomi
natalia natalie natasha nathalie nathan nathaniel neil nelson nicholas nick nicola nicolas nicole nikita nikki nikolai nina noah
nora norma norman oliver olivia omar oscar owen pablo paige pam pamela paola pat patricia patrick paul paula pauline paulo pavel
pedro peggy penelope penny perry peter phil philip philippe phillip phyllis pierre preston priscilla rachel rafael ralph ramon
randall randy raquel raul ray raymond rebecca regina renata rene renee rex rhonda ricardo richard rick ricky rita robert roberta
roberto robin robinson rocio rodney rodrigo roger roland roman romeo ron ronald ronaldo ronnie rosa rosalie rosario rosemary roxanne
roy ruben russell ruth ryan sabrina sally salvador sam samantha samir samuel sandra sandy santiago sara sarah sasha savannah scott
scottie sean sebastian sergei sergio seth shane shannon sharon shaun shawn sheila shelby sheldon shelley sherry shirley sidney
silvia simon simone sofia sonia sophia sophie spencer stacey stacy stanley stefan stefanie stefano stella stephanie stephen steve
steven stewart stuart sue summer susan susanna suzanne sven svetlana sydney sylvia tamara tammy tania tanya tara tatiana taylor
ted teresa terrence terry thomas tiffany tim timothy tina todd tom tommy toni tony tracey tracy travis trevor tristan tyler
valentina valentino valeria valerie vanessa vera veronica vicky victor victoria vincent viola violet virginia vivian vladimir
wallace walter wanda warren wayne wendy wesley whitney wilfred will william williams willie wilson winston xavier yolanda
yvette yvonne zachary zack zoe smith jones brown davis miller garcia rodriguez martinez hernandez lopez gonzalez perez sanchez
ramirez torres rivera gomez diaz cruz reyes morales ortiz gutierrez chavez mendoza vasquez castillo jimenez moreno romero
muller schmidt schneider fischer weber becker hoffmann schulz wagner ivanov petrov nguyen kumar singh sharma gupta patel khan
hunting pepper killer ginger hammer silver yankee ranger maverick startrek thunder cowboy dallas boomer parker phantom scooter
barney butthead cheese matthew mickey merlin richard compaq jackson jasper tigger bigdog rosebud corvette guitar chelsea black
smokey steelers booboo camaro hardcore rangers gandalf golfer winston winner monster trouble mistress naked cocacola
apollo eclipse aspen avalon atlantis babylon olympus mercury venus saturn jupiter neptune uranus mars galaxy universe cosmos
cosmic astro orion sirius polaris aurora nova supernova nebula alien aliens ufo mulder scully xfiles area spaceman rocket
electric atomic nuclear quantum digital cyber cyberpunk hacker hackers hacked hackme hacktheplanet elite leet pwned password
warning danger fragile caution private classified unlock unlocked locked lockdown
contrasena contrasenia clave teamo tequiero teamomucho miamor amor amorcito amormio corazon bonita hermosa princesita estrella
estrellita mariposa chocolate tinkerbell chiquita gatito perrito familia mifamilia felicidad alegria dios diosesamor futbol
motdepasse bonjour soleil amour jetaime doudou chouchou loulou marseille azertyuiop coucou
hallohallo schatz schatzi liebe liebling ichliebedich sommer winter sonnenschein blume fussball geheim passwort computer
ciao ciaociao amore amoremio tiamo juventus forzamilan senha senhasenha brasil saudade obrigado flamengo gatinha
parol privet lyubov zaraza natasha matreshka sayang cinta bismillah rahasia kata sandi indonesia
mahal mahalko mahalkita iloveyou pinoy anakko asawa
`;

export const commonWords: ReadonlySet<string> = new Set(text.trim().split(/\s+/));
