/** Words written apart by spaces, as a set. */
function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.join(' ').split(' '));
}

/** Given names that are common in England and mean nothing else, as words are compared: a name in small letters too. */
export const GIVEN_NAMES = words(
  'aaliyah aaron abdul abdullah abigail adam adebayo adeola adrian agnes ahmad ahmed aidan aiden aisha alan',
  'albert alejandro alex alexander alexandra alfie ali alice alicia alina alison alistair amanda amara',
  'amelia amina amir amy anastasia andre andrea andrei andrew andy angela angus aniyah anna annabelle anne',
  'annie anthony anton antonio anya archie ariana arjun arthur asha ashley aurora ava ayaan ayesha ayo',
  'babatunde barbara barry beatrice becky ben benjamin bernadette beth bethany betty bianca bilal bobby',
  'bogdan brandon brenda brian bridget bronagh bruce bryony caitlin callum cameron camilla carl carla',
  'carlos carly carmen caroline carys catherine cathy cedric celia charlie charlotte cheryl chiara chidi',
  'chinedu chloe chris christina christine christopher ciara claire clara clarissa claudia clive colin',
  'connor courtney craig cristina curtis cynthia damian daniel daniella danny daria darren dave david',
  'deborah declan deepak delphine denise dennis derek desmond diana diego dominic donald donna dorothy doug',
  'douglas duncan dylan eddie edith edward eileen elaine eleanor elena elif elijah elisha eliza elizabeth',
  'ella ellen ellie elliot elsie emily emma emmanuel enoch eric erin esme ethan eugene eva evan evelyn ezra',
  'farah fatima fatou felicity felix femi fernando finlay fiona folasade fran frances francesca francis',
  'frankie fred freddie freya gabriel gabriela gareth gary gavin gemma geoff geoffrey george georgia',
  'georgina gerald geraldine gina giovanni gloria gordon graham greg gregory gwen habiba hamza hana hannah',
  'harper harriet harrison harry harvey hassan heidi helen henry hilary hollis howard hugh hugo hussein',
  'iain ian ibrahim imani imogen imran ingrid ioana irene isaac isabel isabella isabelle isla ismail ivan',
  'jackson jacob jacqueline jaden jake jakub jamal james jamie jane janet janice jason javier jayden jean',
  'jeanette jeff jeffrey jennifer jenny jeremy jerome jerry jess jesse jessica jim jimmy joan joanna joanne',
  'jodie joe joel joey john johnny jonah jonathan jonny jordan jose joseph josephine josh joshua joyce juan',
  'judith judy julia julian julie juliet kai kajol kamal kara karen karim karina karl kasia kate katherine',
  'kathleen kathryn katie katy kayla kaylee kayleigh keeley keira keith kelechi kelly kelvin ken kenneth',
  'kerry kevin kez kezia khadija khalid kian kieran kim kimberley kirsty kofi krystian kwame kyle kylie',
  'lamar latisha laura lauren laurence layla leah leanne leila lena leo leon leonard leroy lesley leslie',
  'lewis lexi liam libby linda lisa lizzie logan lola lorna lorraine louis louise luca lucas lucia lucy',
  'luis luke lydia lynn lynne maisie malachi malcolm malik mandy marcel marcus margaret maria mariam marian',
  'mariana marie marina mario marion marius marjorie marlon martha martin martina martyn mary maryam',
  'mateusz matilda matt matthew maureen maurice maxwell maya megan mehmet melanie melissa mercedes mia',
  'micah michael michelle miguel mike mila millie milo miriam mohamed mohammad mohammed molly monica morgan',
  'muhammad mustafa mya nadia nadine naomi natalia natalie natasha nathan nathaniel neil nell nellie ngozi',
  'niamh nicholas nicola nicole nigel nikita nina noah noel nora norman oisin oliver olivia ollie oluchi',
  'omar oscar osman owen oyin pamela patience patricia patrick paul paula pauline pavel pedro peggy peter',
  'phil philip phillip phoebe pierre piotr polly priya rachel rafael rahul raj rajesh ralph ramesh rania',
  'raphael rashid raymond rebecca reece reggie reuben rhiannon rhys ricardo richard ricky riley rita robert',
  'roberto robyn rodney roger ronald ronan ronnie rory rosalind rosie ross roxanne roy rupert russell ruth',
  'ryan sabrina saeed sally salma sam samantha samir samira samuel sandra sanjay sara sarah sasha scarlett',
  'scott seamus sean sebastian serena sergio shane shannon sharon shaun sheila shelley shirley shona sian',
  'sienna silvia simon simone sinead siobhan sofia sonia sophia sophie stacey stan stanley stefan stella',
  'stephanie stephen steve steven stewart stuart susan susanna suzanne sylvia tabitha tamara tamsin tania',
  'tanya tara tariq taylor temi terence teresa terry tessa thea theo theodore theresa thomas tia tiffany',
  'tim timothy tina toby todd tom tommy tony tracey tracy trevor trisha tristan ty tyler tyrell tyrone umar',
  'una usha valerie vanessa vera veronica vicky victor vijay vikram vincent vivian vlad wanda warren wayne',
  'wendy wesley wilfred william xavier yasin yasmin yasmine yolanda yusuf yvette yvonne zac zach zachary',
  'zahra zainab zak zara zayn zeynep zoe zofia zuzanna',
);

/** Given names that are words too: names where they stand with a capital inside a sentence, or with a sign of a person. */
export const DOUBTFUL_NAMES = words(
  'amber angel autumn basil bea bill blessing bob brook brooklyn carmel carol chase chelsea cherry',
  'christian clay cliff daisy dale dan dawn dean dee dell destiny dev devon drew ebony eden eve faith flora',
  'florence frank gene ginger glen grace grant guy hazel heather holly hope iris ivy jack jade jasmine jay',
  'jo joy june kay king lance lee lily mark max mercy miles mo nia nick nicky olive paige pam paris pat',
  'pearl penny pete pip poppy precious prince princess ray reed rich river rob robin roman rose rosemary',
  'rowan ruby sage sandy sky skye star sue summer sunny ted trinity verity victoria violet will willow',
  'winter wren',
);

/** Months and seasons are names only with a sign of a person. */
export const HARDLY_NAMES = words('april august autumn june may summer winter spring');

/** What is written with a capital inside a sentence and names nobody. */
export const NO_NAMES = words(
  'a ability acrobat act adhd adobe advice and android annual appendix apple april arabic art asd assistant',
  'attention august autism band bangla barrister bengali biology boxall britain british bsl camhs canon',
  'cantonese care carer catholic cbeebies chair chapter chemistry child children christian christmas church',
  'clerk code colourful comic computing conners consultant conversations coordinator counsellor czech dad',
  'daddy day december deputy director diwali doctor docx dr draft drama dreams dutch east easter eca',
  'educational ehc ehcp eid england english europe excel facebook family farsi february form fortnite',
  'foster freedom french friday functional geography german goal goals god good google governor gran',
  'grandad granddad grandma grandpa granny great greek gujarati halloween head headteacher health hindi',
  'hindu history home house houses hungarian i ict image img instagram internet ipad iphone ireland irish',
  "italian january jewish judge july june key keyworker king's kurdish lead leader lego literacy lithuanian",
  'little local london lower magistrate makaton mam mama manager mandarin march mathematics maths mats may',
  'mentor microsoft minecraft monday mum mummy music muslim nan nana nanny need needs netflix new next',
  'nikon north northern november numeracy nurse october offer officer order outcome outcomes outreach',
  'paediatrician page parent part pashto patrol paw pdf pe pecs people phase phonics physics plan',
  'playstation pokemon polish portuguese powerpoint principal protection provision provisions pshe',
  "psychiatrist psychologist punjabi queen's ramadan re reading ready reception regulation review roblox",
  'romanian royal russian safety saint samsung santa saturday scales scan science scotland scottish section',
  'semantics senco september session signs sikh skills snapchat social solicitor somali south spanish',
  'special speech spelling stage steady step steps strengths strip sunday support swahili swimming table',
  'talking tamil teacher teaching team teams therapist things three thursday tier tiktok tuesday turkish uk',
  'ukrainian upper urdu version wales wednesday welsh west whatsapp widgit windows word worker working',
  'worries writing xbox year yoruba young youtube zones zoom',
);

/** Words by which a row of capitals names a school, a service or a thing, and no person. */
export const ORGANISATION_WORDS = words(
  'a academy act acute agency and assessment association at authority avenue base board book borough bridge',
  'bus cafe care cathedral centre charity child children childrens church city class clinic close club college',
  'community comprehensive council county court day dental department district drive family farm field form',
  'forum foundation friday fund garden gardens general grammar group gym hall health high hill home hospice',
  'hospital house hub infant infants inn institute island junior lane library lodge ltd market medical',
  'middle monastery monday mosque museum nhs nursery of office on order parish park partnership pharmacy',
  'place playgroup police pool practice preschool primary prison profile programme project pub reading',
  'river road room saturday scale scheme school secondary service services shop sixth sound sports square',
  'st station street studio sunday supermarket surgery synagogue taxi taxis team temple test the theatre',
  'therapy thursday tower town trust tuesday unit united university valley village walk-in ward way',
  'wednesday wood workshop youth zone zoo',
);

/** What stands before a name and says that a person follows. */
export const TITLES = words(
  'aunt auntie aunty coach constable cousin dc dr ds father gran grandad grandma grandpa granny imam',
  'inspector lady miss mr mrs ms mx nan nana nurse pc prof professor rev reverend sergeant sgt sir sister',
  'uncle',
);

/** Words for a person after which a name comes: "his cousin Ty", "a boy called Ty", "her friend, Ty". */
export const BEFORE_NAMES = words(
  'asked aunt auntie baby boy boyfriend boyfriends brother called child classmate cousin daughter dealer',
  'driver ex fiance fiancee friend girl girlfriend godson granddaughter grandson guy half-brother',
  'half-sister husband lad landlord lodger man mate messaged met named neighbour nephew niece partner',
  'phoned pupil rang sibling sister son stepbrother stepdad stepfather stepmother stepmum stepsister tenant',
  'texted toddler told twin uncle wife woman',
);

/** Words after the name of a person: "Ty said", "Ty lives". */
export const AFTER_NAMES = words(
  'and answered asked asks bullied bullies came cried drank drinks gave gives goes had has hates hit hits',
  'hurts is kicked knows laughed left likes lived lives loves messaged messages punched pushed rang said',
  'says shouted shouts slapped sleeps slept smokes stole takes tells texted texts thinks thought threatened',
  'told took visited visits wanted wants was went will worked works',
);

/** Of those, what only a person does. */
export const ONLY_PEOPLE = words(
  'answered asked asks brought bullied bullies came collected cried drank drove followed grabbed hates hit',
  'kicked knows laughed lived lives loves messaged phoned promised punched pushed rang said says shouted',
  'shouts slapped smokes stole tells texted texts thinks thought threatened told waited waits wanted wants',
);

/** What somebody has whose name ends in 's: "Ty's mum". */
export const BELONGING = words(
  'address aunt auntie baby birthday boyfriend brother car cousin dad dads daughter diagnosis dog family',
  'father flat friend friends girlfriend gran home house husband mother mum mums nan parent parents partner',
  'party phone school sister solicitor son uncle wife',
);

/** Words that begin a sentence and name nobody. */
export const OPENERS = words(
  'a about above after again all also although always an and another any anybody anyone are as ask at away',
  'back be because been before began behind being below best between big both bring brother but by call',
  'came can check class come contact could dear did do does doing done during each early either else email',
  'even every everybody everyone everything exactly father few find first five for former four from full',
  'get give given go goes going good got had has have having he head hello help her here hers hi him his',
  'home how however if in instead into is it its just keep last later less let like long look lots made',
  'make many may maybe me meet met might more most mother much must my name near need needs neither never',
  'new next no nobody none nor not note nothing now observed of off often ok old on once one only open or',
  'other others our out outside over own parents part please police pupils put rather read regular remember',
  'ring said same saw say school see seen send seven several shall she should show since sister six so some',
  'somebody someone something sometimes soon staff start still stop such suggest take taken talk tell ten',
  'than thank thanks that the their them then there these they thing think this those though three through',
  'tick time to today together told tomorrow too two under until up us use used using usually very wait',
  'walk want was watch we well went were what when where whether which while who whose why will with within',
  'without work would write yes yesterday yet you your',
);

/** What somebody does with a person: "plays with Ty". */
export const TOGETHER = words(
  'alone argue argued argues fight fights fought friend friends go goes left live lived lives living mates',
  'out play played playing plays sat share shares sit sits sleeps speak spoke stay stayed staying stays',
  'talk talked talks walk walked walks went',
);

/** How words end that name no person: Attention Autism, Ability Scales. */
export const THING = /(?:tions?|sions?|isms?|ity|ities|ness|ments?|ology|ics)$/;
