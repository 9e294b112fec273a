/** Tables of words in names, in lower case without periods. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Titles before a name. A customer with one is greeted by first name only if a last name follows it. */
export const TITLES = words(
  'mr mrs ms miss mx mister dr doctor prof professor rev reverend fr father sr sister br brother pastor rabbi imam bishop ' +
    'sir lady lord dame hon honorable judge justice senator sen rep gov governor mayor president pres amb ambassador ' +
    'congressman congresswoman representative capt captain col colonel maj major lt lieutenant sgt sergeant ssgt cpl corporal gen general adm admiral cmdr commander ' +
    'pvt private pfc spc cpt ltc msgt officer chief coach deputy sheriff detective atty attorney principal elder ' +
    'uncle aunt auntie grandma grandpa granny mama papa ' +
    'sra srta señor señora señorita senor senora senorita don doña dona herr frau monsieur madame mme mlle signor signora',
);

/** Titles that are first names, too: only with a stop, or none of these, is it certain which. */
export const TITLES_AND_NAMES = words('don dona doña justice judge bishop major lady general');

/** Behind a name: generations, degrees, professions. */
export const SUFFIXES = words(
  'jr sr junior senior i ii iii iv v 2nd 3rd 4th md phd dds dmd dvm do od dc dpm pharmd edd psyd jd llm esq esquire cpa cfa mba ms ma ba bs ' +
    'rn bsn msn lpn np pa pac crna pt dpt ot lcsw lmft lpc pe pmp ret usn usmc usaf usa faia aia facs mph',
);

/** Words that make a name several people, a business, a committee or a role. */
export const NOT_ONE_PERSON = words(
  'the and und et or of for to at in by with family families familia household parents parent estate friends citizens class ' +
    'grade room group team club school academy university college church temple cathedral hospital clinic medical dental ' +
    'surgical health care center centre studio studios photography photos photo inc llc llp ltd pllc plc pc gmbh ag sas corp corporation ' +
    'incorporated company co enterprises industries services service systems solutions technologies technology tech ' +
    'communications media marketing design designs printing productions production products supply supplies equipment ' +
    'manufacturing mfg construction builders building electric plumbing roofing trucking transportation logistics auto ' +
    'automotive motors hardware alarm properties realty management insurance ins brokerage financial capital consulting ' +
    'consultants law offices office legal trustee associates assoc association assn foundation institute society league ' +
    'alliance organization department dept bank hotel salon spa store shop boutique outlet market mart restaurant pizza ' +
    'grill cafe catering bakery foods food farm farms liquor jewelers florist gallery theatre theater museum library ' +
    'funeral home gym gymnastics fitness dance ballet soccer baseball football basketball hockey swim cheer booster ' +
    'boosters sports athletics committee comm council agency partners partnership holdings international national ' +
    'american usa city county state district township union local trust fund congress assembly elect political drs doctors ' +
    'customer guest test admin info sales accounts accounting reception attn attention c/o n/a na none unknown anonymous ' +
    'architects advocacy apartments arts baptist band books brands bros cemetery chapel chapter charter childcare choir ' +
    'christian cleaners cleaning coalition concrete congregation contractors convent ctr daycare dairy dentistry electrical ' +
    'elementary entertainment events exterminators federation flooring flowers furniture gas groups heating homes hs ' +
    'industrial institute investments kids kindergarten landscaping leadership lutheran machinery memorial methodist middle ' +
    'ministries ministry montessori motel music nation nursery nursing orchestra pac packers parish pediatrics performing ' +
    'pharmacy preschool presbyterian pta pto ranch records rental rentals republic research sch signs software svc ' +
    'synagogue tavern tire tires towing training tribe tribes troop varsity ventures veterans wellness wireless workers ymca youth ' +
    'my our on against behalf casa les mom dad new mount first best super advance advanced united great near',
);

/** Placeholders typed instead of a name, which are never used in a greeting. */
export const NO_NAMES = words('none unknown null undefined anonymous anon guest customer na nobody test');

/** First words of last names of several words: `de la Cruz Maria` has no first name in front. */
export const PARTICLES = words(
  'de del della di da dos das du la le van von der den ter ten st san santa el bin ibn abu mc',
);

/** Particles that stay lower case within a name written in all capitals or all lower case. */
export const SMALL_PARTICLES = words('de del della di da dos das du la las los van von der den ter ten');

/** Frequent last names in names with the last name first, as in Vietnam and China. */
export const FAMILY_FIRST = words(
  'nguyen tran pham huynh hoang phan vu dang bui zhang wang chen liu huang zhao zhou xu sun zhu guo lin luo zheng xie',
);
