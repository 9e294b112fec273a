/**
 * How people wrote the line of a street: the forms of the labeled addresses of usaddress (datamade, MIT license), each once.
 * The addresses themselves are left out: `{Nn}`, `{N}` and `{n}` stand for a word of a street's or building's name, capitalized,
 * in capitals or in small letters, and `9` for any digit. `[...]` is what the label says of a part of a building (apartment,
 * floor, department), `<...>` the name of a building; the rest is where the carrier goes. Misspellings are theirs.
 */
const PUBLIC_FORMS: readonly string[] = `
999 South {Nn} [Second Floor]
9999 West 99th Place [Lower level]
9999 West {Nn} [Suite 999]
9999 South {Nn} Road [Suite 999]
999 {Nn} Avenue Northwest [Suite 9999]
999 South {Nn} Street [C9S]
9999 West {Nn} {Nn} [999]
9999 South {Nn} {Nn} Ave. [Ground Floor]
99 W 99TH ST [99TH FLOOR]
9999 N Broadway Street [99]
9999 W. {Nn}, [9th Flr]
99 W. {Nn}, [Ste. 9999]
999 W. {Nn}, [99C]
999 N. {Nn} Ave. [# 9999]
9999 W {Nn} {Nn} [STE 9]
9999 {Nn} Rd., [Ste. 999]
99 S. {Nn}, [Ste. 9999]
999 S. {Nn} Dr. [Ste. 9999]
99 South {Nn} Street, [Ste. 999]
99 State St., [Ste 999]
999 E. {Nn} [99th Flr]
9 E. {Nn} Dr., [Ste. 9999]
999 W. {Nn} Dr., [Ste 999]
999 W. {Nn} Blvd., [Ste 9999]
99 {Nn} Street, [9th Floor]
99 S {Nn} St, [Ste. 999]
9 N. {Nn} St., [Ste 9999]
99 E {Nn}- [99th Floor]
999 N. {Nn} Ave., [Ste. 999]
999 N. {Nn} St. [Ste 9999]
999 S. {Nn} Ave., [Ste. 9999]
999 W. {Nn} St., [Suite 9999]
999 S. {Nn} Ave. [Floor 9]
999 S. {Nn} Dr., [Ste. 9999]
999 N. {Nn} Avenue [99st Floor]
999 {Nn} St., [9nd Flr]
999 W {Nn} St., [Ste. 9999]
999 N. {Nn}, [Ste. 999]
99 S. {Nn}, [flr 99]
99 S. {Nn} St., [Ste 999]
999 N. {Nn} St. [Suite 9999]
99 South {Nn} St. [M-9]
999 N. {Nn} Avenue, [99st Floor]
999 {Nn} Center, [Ste. 999V]
999 {Nn} Ave., [9th Flr]
999 W. {Nn} Ave. [999]
999 N. {Nn} St., [Ste. 9999]
9999 W. {Nn} St., [Ste. 999]
9999 M St., NW [Ste. 999]
999 W. {Nn} St. [Ste. 999]
999 W. {Nn} St. [999]
999 N. {Nn} [999]
999 W. {Nn} St., [Ste 99a]
999 {Nn} Street, [Ste. 999]
999 W. {Nn}, [9999]
99 S. {Nn} St., [Ste. 999]
9999 9th Street [Suite 999]
999 S {Nn} St., [9rd Flr]
999 {Nn} Park., [Ste. 999]
99 W {Nn}, [Ste. 999]
999 W. {Nn} Dr. [Ste 9999]
9999 E {Nn} Ave., [Ste. 999]
999 W. {Nn} St., [9999]
999 S. {Nn}, [Suite 9999]
99999 W. {Nn} Rd [9th Flr]
9999 North {Nn} Road, [Ste. 999]
999 {Nn} Ave., [Ste. 9999]
999 W. {Nn}, [Ste 9999]
999 N. {Nn} St., [Suite 999]
999 S. {Nn}, [Ste 9999]
999 S. {Nn} [99th Flr]
999 W {N} [999]
9999 S. {Nn} Rd., [Ste. 999]
9999 North {Nn} Dr. [suite 9999]
999 S. {Nn} Dr., [9999]
9999 Broadway, [Suite 9999]
999 N. {Nn}, [9999]
One S. {Nn} Dr., [Ste. 9999]
999 E. {Nn} Dr. [# 9999]
9999 {Nn} Avenue [Suite 999]
999 W. {Nn} St. [# 9999]
9999 {Nn} Rd, [B9-999B]
999 W. {Nn} [# 9999]
999 {Nn} St., SE, [Ste. 999]
9999 N. {Nn} {Nn} Drive [Apt. 99A]
9 S. 999 {Nn} Court [B]
999 S. County {Nn} Rd [Suite I]
9999 N {Nn} Rd [# 999]
9999 {Nn} Place NW [# 999]
9999 {Nn} Cir [No L9]
9999 N {N} AVE [UNIT F]
9999 W. {Nn} [Suite999]
999 Park Avenue [Unit 9 East]
9999 N. {Nn} [Unit 9]
99-999 {Nn}, [Suite 999]
99999 Ave. of {Nn} [# 999]
9999 North {Nn} {Nn} Drive [Apt 99 C]
99999 {Nn} {Nn} {Nn} [Lot 999]
99 E. {Nn} St. [Apt. 99 C]
9999 N. {Nn} [Apt. 9A]
Six {Nn} Parkway [Suite 9999]
999 SW {Nn} Street, [Unit999]
9999 N. {Nn} [Unit I]
9999 L Street N.W. [Ste. 999]
9999 {Nn} {Nn} Road, [Unit C-D]
9999 N. {Nn} Ave. [Unit A.]
9999 H St. NW [Ste. 999]
9999 N {N} [UNIT 9B]
9999 M Street, NW [North Tower, Ste. 999]
9999 {Nn} Park West [Unit 99FN]
999 N. {Nn} Avenue, [Suite 999]
99 E. {Nn}, [Suite 9999]
999 W 99TH [BUILDING Z]
9999 N 9999 W [Apt D999]
999 S {Nn} Dr [lobby]
[lt99] 99 {Nn} Road
9999 N. {N} PARK WEST [99M]
999 {Nn} St. <9 {Nn} Place>
999 W. 99th St. [# 999]
9999 {Nn} North Drive, [Ste B]
9999 {Nn} Stree, NE <999 {Nn} square>, [Suite 9999]
99 {Nn} {Nn} {Nn}. Blvd., [Suite 999]
999 {Nn} Street, NE [Suite 9999]
99999 {Nn} {Nn} Drive, [Ste 999]
999 {Nn} Ave SW [# 9]
9999 {Nn} Boulevard, [Suite H]
<{Nn} {Nn} {Nn}>, 9999 {Nn} Road, [Ste 999]
999 {Nn} Ave., S. W. [# 9]
<{Nn} {Nn} Plaza> 9999 {Nn} Street, [Suite 999]
9999 {Nn} {Nn} Road [Building 9, Suite 999]
999 {Nn} Drive <{Nn} {Nn}>, [Suite C-9]
99999 {Nn} Park Boulevard [Building 999, Suite 999]
<The {Nn}>, 999 West {Nn} Street, N.W., [Suite 999]
9999 {Nn} {Nn} Road [Suite 999], <{Nn} 9>
999 E {Nn} de {Nn}, [Suite 999]
9999 {N} [APT F]
99999 {N} {N} ROAD [STE 99]
9999 {N} {N} PARKWAY [# 9999]
9999 {N} AVE [9TH FL]
999 E {N} ST [99TH FL]
99999 B {N} AVE [STE 999]
9999 {N} OF {N} HWY S [# 9-999]
[STE. 999], 9999 N. {N}, <{N} PARK WEST>
<9999 {N} PL> 999 W {N} ST
9999 {Nn} Drive, [C-9]
<9999 {N} CENTER> 999 99TH ST N
9999 S {N} ST PKWY [STE 9999]
9999 N. {Nn} Street [# 9S]
9999 E. State [# B999]
9999 {Nn} {Nn} Ave [99]
9999 S. South {Nn} Drive [# 9 South]
9999 {Nn} {Nn} {Nn} Road [Suite D]
9999 {Nn} Hwy [Bldg C-9]
9999 South {Nn} Avenue [Frnt]
999 99th Street [No 9999]
9999 {Nn} Rd [Bldg B, Suite 9A]
999 W. County Road [9999]
9999 {Nn} Street [Mezzaine]
9999 Broadway [99st Fl.]
9 S. {Nn} Drive, [FL 99]
9999 {Nn} Ave. [No. 999]
9999 STATE RT. [999]
9999 N. {Nn} [Unit 9S]
9999 Park Ave. W [9 N]
9999 South 99th [Rear]
999 W. {N} [RM. 99B]
9999 W. {N} [9A]
9999 W. {Nn} [Apt. 9rd Flr.]
9999 W. {Nn} [9 W]
999 {Nn} [9W]
9999 S. {Nn} [# 9 SW]
99 S {N} ST [9 FLOOR]
999 {Nn} Park South [99A]
9999 {Nn} Mall [TPN 99A]
9999 N HWY 999 [STE 999]
9999 EAST WEST HIGHWAY, [# 999]
999 INTERSTATE NORTH PKWY [STE 999]
9999 {N} PKWY EAST DR [STE 999]
9999 {N} BLVD [FOURTH FL]
9999 SW FREEWAY [STE 9999]
999 {N} {N} WAY [STE 999]
9999 AVENUE OF THE {N} [99TH FL]
9999 {N} {N} [APT 999]
9999 {N} {N} BLVD [UNIT 999-999]
9999 {N} ST EXT [STE 999]
9 {Nn} Drive, [Suite 999]
9999 99th Avenue Pl SW, [Unit 9]
9999 99th Ave SW, [Trlr 99]
<{Nn} Center> 9999 S. {Nn}
[unit 999] 999 south {n} st
9999 Camino {Nn}, [Suite 999]
9 {N} ST [STE 999]
999 {Nn} StrEet, [Apt 99]
9999 s dr {n} {n} {n} blvd [apt 9999]
999 N {Nn} St, [9th Floor room 999]
999 N 9TH AVE [STE 9]
9999 F ST NW [STE 999]
<{Nn} {Nn} Plaza>, 99 Broadway
999 {n} dr [apt b]
[Apt 9] 99A Dr. {Nn} {Nn} {Nn} Blvd
999 {N} AVE [999]
[Flat 9] 99A Dr. {Nn} {Nn} {Nn} Blvd
99999 EL {N} {N} [STE 999]
9999 {Nn} Ln [Trlr 99]
999 99th Ave SW [A]
999 {Nn} Pl NE [Unit]
9999 {Nn} St SE [Unit K, L]
9999 {Nn} Ct NE [Unit]
999 W {N} {N} [STE # 9]
9999 SW 999TH ST [NW Bld A FLR 9 STE 999]
9999 S {N} OF {N} HIGHWAY [9]
9999 SW 999TH ST [NW Bld-A FLR 9 STE 999]
<9 {N} CTR> 9999 {N} FWY
9999 {Nn} Rd [PMB 999]
<{N} SQUARE NORTH> 9999 N. {N} STREET
999 S {N} HWY [E]
999 N {N} AVE [# A PMB 9999]
99-99 99th Strt [# E9]
9999 West {N} {N} DRIVE [9]
9999 {Nn} Rd., [Ste. 999-B]
9999 {Nn} Ave., [999] <North {Nn}>
9999 {N} {N} Street North [9999]
9999 south state steet [9st floor]
9999 w. {n} [(m/c 999) rm. 999]
9999 west {n} street [(mc 999) room 999]
999 {n} {n} dr. s. [bldg 999]
999 north {n} center e [ste 999b]
999 park ave., ne [99 sw]
9999 {n} rd., n.e. <tower place>, [ste. 9999]
9999 {n} dr [suite 999]
9999 {n} rd. [suite 999c pmb 999]
9999 {n} road, <tower place> [ste 9999]
999 {n} st., ne [ste.9999]
[suite 999, building 99], 9999 {n} {n} road, n.e.
99 9th street n. e. [999]
9999 {n} {n} rd [ste d]
9999 {n} street ne <999 {n} square>, [# 9999]
9999 {n} s. {n} dr, [suite 999]
<99 {n} plaza>, [suite 999], 99 {n} {n} {n}. blvd.
9999 {n} circle w [suite n-999]
999 park ave. ne [# 99 se]
9999 {n} pkwy nw [bldg 999, suite 999]
<99 {n} plaza>, [ste 999], 99 {n} {n} {n}. blvd, nw
9999 {n} road, n.e. <{n} court>
[suite 999 bld 99] 9999 {n} {n} rd
9999 {n} rd ne <tower place> [ste 9999]
9999 {n} rd., <9 {n} ctr.,> [ste. 999]
9999 {n} {n} rd., [bldg. 99, st. 999]
9999 {n} {n}, [b-99, ste. 999]
9999 {n} rd ne [fl 9]
[999 a.] <{n} square>, 9999 n. {n} {n} rd., ne
9999 {n} rd., ne <tower place>, [ste. 9999]
9999 {n} rd., [suite 999c pbm 999]
9999 {n} road, [999 d]
9999 N 9th ½ St [# 999]
9999 West {Nn} Boulevard, <{Nn} Building>, [Second Floor]
9 {Nn} {Nn} {Nn} Plz [Fl 9]
9 {Nn} Park [Tower 9 Suite 999]
9 {Nn} Plaza [Rm 999 Dorrance Bldg]
One {Nn} Center Boulevard <{Nn} Office> [Building 9 Suite 999]
99W {Nn} Drive [Suite 9999]
99 West {Nn} Drive. [Ste 9999]
999 N {N} {N} PKWY E [STE 9999]
999 {Nn} Street, [99th Floor, Room 9999]
99 {Nn} Street, [9nd floor conference room]
999 Broadway, [99th Floor]
99 Court Street, [Room 9999]
999 {Nn} Street, [Room 9-O9]
999 Broadway, [9nd Floor]
999-99 {Nn} Boulevard, [9nd Floor]
999 {Nn} Street, [99th Floor Executive Conference Room]
999 Business Loop 99 w, <{Nn} North>, [Rm 999]
999 {Nn} Ave., [Suite 999]
99999 {N} BOULEVARD [# 99]
99999 {N} ROAD [# 99]
P.O. Box 99, [Substation # 9]
[lockbox 9999] po box 9999
99999 w {n} hwy [# 999]
[dept. 9999] p o box 999999
9 {n} way [msc 99]
9999 {n} parkway [client code 99999]
[9th floor] 999 east {n} st
[department # 9999] p o box 999999
999 ave d [unit 99]
[msc 99999999] po box 999999
9999 e {n} {n} north dr [# 9]
9999 {n} blvd [# 999-999]
[dept. 999999999] po box 999999
[bin 999999] po box 9999
999 {n} {n} drive [second floor]
99999 state road 9 [ste 999]
999 {n} street, [99th flr]
po box 9999 [dept 999]
999 n {n} st [# 99999]
999 {n} way [suite 9 9999]
[ref no. 99999999] po box 99999
[dept. 9999] p.o. box 999999
lockbox 999999 999 {n} st. [spc 999-9999]
[file 99999] po box 99999
[department 99999] p.o. box 99999
[dept 99999] po box 99999
p o box 999999 [dept 999 999999999]
<{n}> [n 999] 9999 n {n} dr
999 n 999 e [# 999]
9999 n {n} blvd [# 999]
999 s 999 e [floor 9]
999 9th st s [# 999]
9999 {n} drive w [999]
[department 9999] box 9999
99999 rd 99 north [bldg 999]
po box 999999 [dept 999 999999999]
9999 {n} {n} {n} boulevar [suite 999]
9999 old hwy 9, [ste 999] <{n} {n}. {n}.>
9999 {n} {n} blvd [# 99999]
999 e {n} {n} pkwy [# 999]
[dept pn-99] 9999 south {n} rd, [suite 999]
999 99th avenue, [interim unit 9]
999 {n} d [ste 999]
999 e {n} st [unit 99999]
9999 old hwy 9, [suite 999]
99999 {n} st [# 999]
99999 99th ave no. [ste 999]
9999 {n} concourse [floor 9]
99999 {n} street [9-9 999]
999 {n} ave. s. [suite 999]
[dept 9999] p o box 9999
9999 {n} dr [# 99999]
[department 9999] po box 999999
99999 north {n} expwy [bldg 999]
99999 {n} {n} rd [# 999]
9999 nw 99th st [bldg b # 999]
9999 {n} blvd, [# 999]
[file 99999] p.o. box 99999
999 9th street, [west hall, room 999]
9999 9th ave [# 99999]
9999 w ave k [ste 999]
999 e {n} {n} cswy [# 999999]
9999 {n} highway [blg e]
9999 n {n} [# 999 rm 999]
[lockbox # 9999] po box 9999
[dept 99 9999], 9999 nw 99th, [ste 999]
[kba # 99999] 999 w. {n} st. [ste 999]
po box 99999 [file 99999]
[99st floor] 9999 ave of the {n}
[box # 9999] po box 9999
9999 {n} drive [mailbox 9999]
99999 {n} {n} dr [unit 999]
9999 e. {n} terrace, [st 9]
9999 {n} way s. [# 99]
one south {n} dr [ste 9999 mc f999]
[99th floor] <l & c tower> 999 {n} street
9999 {n} blvd., [# 999]
<{n} {n} {n} center> p.o box 99999, [scb 999]
9999 {n} park drive east [bld 9]
9999 {n} ave sw [# 99999]
999 {n} rd n [# b]
999 east {n} street [dept 999 9th floor]
9999 99th street, [af 9999]
9999 nw 99th ter [ste 999]
99999 {n} {n} dr [apt c999]
[drawer # 9999] po box 9999
99999 the old road [# 999]
p o box 9999 [dept 999]
999 {n} road [# 999]
999 s state road 9 [ste 999]
9999 {n} {n} ave [# 9]
9999 e {n} dr [# 9h]
po box 99999, [ms 9-999]
9999 {n} f {n} blvd [ste # d]
[msc 999999] p o box 999999
p.o. box 999999 [box # 9999]
9999 {n} [9 n]
9999 rt 99 east <{n} west {n} park>
9999 south state road 9 [suite 99]
999 {n} {n} bvd. [apt. 999]
99 {n} dr. [suite 9999 acct # 9999999]
[mail code 99999] p.o. box 999999
99999 county road 9 [ste 999]
99999 e 99th st n [# 999]
[drawer 999] po box 99999
p.o. box 999999 [mail code 9999]
99999 {n} pkwy [# 999]
99999 nw 9 st [apt # 999]
999 {n} {n} [9r]
[bin # 999999] po box 999999
[9 fl] 99-99 court square
999 n. state road 9 [suite 999]
<{n} {n} tower>, [99th floor] 999 {n} l. {n} avenue
po box 999999 [bin 999999]
9999 {n} ave [st 9999]
9999 {n} park way [# 999]
999 {n} st. [9rd fl.]
<{n} {n} tower> [99th floor] 999 {n} l {n} avenue
999 {N} RD [STE 999]
9 {Nn} Square {Nn} [Apt 99A]
9999 SW {Nn} Street [Unit 99]
999 W {Nn} {Nn} Plaza [Floor 9]
999 9th St N [Floor 9]
9999 {N} AVE [APT 9999]
99 {N} CIR [UNIT F9]
9999 {N} CIR [# D]
999 {N} LN [# 999]
9999 {N} RD NW [CONDO D9]
9999 {N} AVE [APARTMENT 9L]
9999 NE 99TH CT [APT 999]
9999 {N} DRIVE [APARTMENT 9C]
99 {N} {N} WEST BLVD [# 9I]
999 {N} AVE [# APT 9]
999 {N} ST [# APT 99]
999 {N} DR [# APT 9]
999 E {N} ST [# APT 9]
999 S {N} ST [# APT 999]
9999 {N} WAY [# APT A]
999 E {N} {N} RD [# APT A]
999 E {N} ST [# APT 9B]
9 {N} VW [# LOT 9]
9999 {N} AVENUE [LH]
9999 {N} {N} TERRACE [EE]
9999 S {Nn} {Nn}, [Bldg 999, Ste 9999]
99999 N {Nn} {Nn} [Building 9]
999 {N} AVE NW [STE 999] <S BLDG>
9999 Business 999 [ste 99]
9999 business 999 [ste 9]
999 E Boulevard Ave, [Dept 999]
99 {N} {N} AVE <THE {N}>, [APT 99-9B]
99999 {Nn} Rd <The {Nn}>
9999 {Nn} {Nn} Dr <{Nn} Tower>, [UNIT 99-L]
9999 N {Nn} Ave <{Nn} {Nn} Square>
9999 {Nn} {Nn} {Nn} {Nn} Ave SE <{Nn} {Nn} {Nn}>
9999 SE {Nn} St <{Nn} {Nn}>
9999 {Nn} St SE <{Nn} {Nn}>
9999 {Nn} Rd <{Nn} {Nn}>
999 W {Nn} St <{Nn} {Nn} {Nn}>
9999-9999 {Nn} {Nn} Rd <{Nn} Cove>
999 {Nn} St NW [Fl. 9]
[Apt 9B] 999 E {Nn} Ave
999 {Nn} St NW [Room 999]
999 {Nn} St NW [Floor 9]
999 N. {Nn} Ave. [Ste 9999]
999 {Nn} St NW [9rd Floor]
99 w {N} DR [SUITE 9999]
99 S {N} DR [STE 9999]
[Suite 9999] 99 W {Nn} Dr
999 {Nn} Street, [9nd Fl.]
99-99 {Nn} Boulevard, [99th Floor Conference Room]
999 {Nn} Avenue, [Room 999]
999 E {Nn} St [Ste 999]
999 {Nn} Ave [Ste 999]
9999 {Nn} Place, [# 999]
[mail code 9999] p o box 999999
9999 {n} {n} {n} blvd. [ste. 999]
[bin # 99] p o box 9999
99999 {n} {n} ln [apt 999]
[msc 999999] p.o. box 999999
99 s {n} st [# 99999]
999 u.s. highway 9 [ste 999]
po box 9999 [department 999]
9999 s {n} blvd [# 999]
9 E {N} DR [# APT 9]
999 Business 999 [STE 9]
999 COUNTY ROAD {N}, [APT 99]
999 I St SE <The {Nn}>
999 S {Nn} Ave <The {Nn}>, [APT 99-999]
9999 N {Nn} Blvd <{Nn} Park {Nn}>
9999 {Nn} Ave S <{Nn} Square>
999 {Nn} St <{Nn} Square>
9999-9999 {Nn} St <{Nn} Cove {Nn}>
999 {Nn} St <The {Nn}>, [Unit 99-999]
9999 {Nn} {Nn} Dr <{Nn} {Nn} {Nn} {Nn}>, [Apt B9L]
999 E. {Nn} Road, [Suite A.]
9999 S. DR {N} {N} {N} {N} Drive
9999 West 9th Ave
9999 S. Avenue H
9999A North {Nn} Road
9999 North Highway 999
9999 South State Street
9999 Southwest 999th
9999 Al Highway 999
9999 Route # A
99999 US Highway 999
9999 Highway 999
99999 Old {Nn} 9 Highway
9999 Route 999
99999 SR 99
9999 B South {Nn} Avenue
999 B South Boulevard
9999 State Road 99
999 U.S. Highway {Nn} 999
9999-99 S. {Nn} {Nn}
9999 W 99TH PLACE
9999 N. St. {Nn}
9999-9999 South {Nn} {Nn}
9999 W 99TH ST
9999 South 9th Street
999 W. 99th Pl.
9999 E. 99th St.
9999 E 99th St.
9999 S. St {Nn}
999 W. 99th St.
9999 W 99th St.
9999 W. 99th Place
9999 W. North Ave
P.O. Box 999
999 9th Avenue
P.O.Box 999
9999 Broadway
999 {Nn} Center Ct.
999 West Street
9 West 99th Street
9999 M Street, NW
9999 99th St NW
999 New {Nn} Ave., NW
One S. {Nn} St.
9 West 9th St.
999 Park Avenue
9 S. Old Orchard
9999 East 99th Drive
999 West St.
99 {Nn} Circle Drive
999 South La {Nn} Street
99999 Ave. H
999 M Street SE
999 N. Rt. 99
999 West St
P O Box 999-999
999 South Boulevard
9999 99th Street Southwest
999 99th Street West
9999 9th Street Northwest
999 IL Rte. 9
9999 St {Nn} Road
999 A So {Nn} St
Route Box # 999
999 South 999 East
9999 99th Avenue South
9999 East 9999 South
9999 9th Avenue North
999 {Nn} Street. S.E.
One {Nn} {Nn} Lane
999 Old {Nn} {Nn}
P O Box 9999
9999 99th Street Southeast
9999 9/9 {Nn} Avenue
999 K Street Northwest
9999 W. West {Nn}
999 East 999th Street
999 999 E 99TH
9999 {Nn} Highway North
9999 9/9 {Nn} Road
9999 COUNTY HWY 99E
9999 State Highway 999
99999 County Road 99
9999 Old State Route 9
9999 E. Via de {Nn}
999 Old {Nn} Road, N.W.
9999 N. State Road 99
9999 {Nn} Ridge Parkway
PO Box 999
9999 Flint {Nn} Road
9999 {Nn} Gate Way
9999 {Nn} St, POB 999
999 The {Nn} NE
999 {N} & {N} LANE
9999 {N} RUN COURT
9999 AVENUE OF THE {N}
POST OFFICE BOX 9999
Post Office Box 99999
9999 C {N} {N} DRIVE
99999 EL CAMINO {N}
9999-9999 West 99th Street
9999-9999 East {Nn} Park Boulevard
999 9/9 {Nn} Street
999 SW {N} ST {N} BLVD
9999 N BOULEVARD
9999 {Nn} Road Southwest
9999 {Nn} Drive Southwest
999 A South Boulevard
Mile K Beach Road # 9
Mi K Beach Road # 9
9999 {Nn} Boulevard Northeast
ONE NORTH {N} AVE
# 9 {N} RD
99999 {N} PLAZA WEST
99-99 East {Nn} Street
9999 St. {Nn} Ave.
9999 9th St. Ct.
# 9 {N} DR.
999 Rue de {Nn}
999 Saint {Nn} Circle
999 Rue {Nn}
9999 B {Nn} {Nn} Rd
9999 East County Road Y
9999 Boulevard {Nn}
9999 Southwest Highway
9999 County Road 9999 E.
99O NORTH {N}
999 West {Nn} P.O. Box 9999
9999 West 999 Place
9999 W. {Nn} {Nn}. Rd.
9999 CR 9999 E
999 Nroth {Nn}
9999 So {Nn}
9999 N. 9999 E. Road
9999 So. {Nn}
9999 C. {Nn} Drive
99999 W State Rte 999
9999 Country Road 9999 N
PO Bx 999
9999 S. State Rt. 999
999 N. {Nn} P. O. Box 999
99999 State Rte 999
9999 R {Nn}
99999 E. 9999 N. Road
9999 West U.S. Hwy 99
999 E Street
999 N Old Rt 99
999 ST {N}
99999 Rte. 999
9999 N. 9999 W. Road
99999 Cove {Nn}
9999 East # 999
9999 A {Nn}
99 Cour {Nn}
999 S Illinois Route 99
99 W 999 North {Nn} Rd
99999 N. U.S. Hwy. 99
999 B- West {Nn}
9999 E CO RD 9999N
999 County {Nn} Road
99999 W. Rte. 999
99999 E C R 999 N
99999 9999 N Ave
9999 J. S. {Nn} Ave.
999 N. {Nn} {Nn} {Nn} {Nn}.
99999 South Ave O
999-A {N} SQUARE
9999 {N} PARK SQUARE
9999 G {N} PL
999 {N} CENTER PARKWAY
9999-B {N} TURNPIKE
9999 {N} T {N} HWY
999 NORTH A9A BOX 999
9999 SAN {N}
9999-9999 West {Nn} Avenue
9 West South {Nn} Market
9999 Avn Of {Nn} {Nn}
999-999 Broadway
999 99th St
999 S 99th Street Ct
9999 99th Street Pl
9999 99th Street Dr SE
9999 O Avenue Pl NE
999 99th Street Dr NW
9999 S. State
9999 S. DR {N} {N} {N} {Nn}
9999 S STATE
999R S St {n} av
9999B {Nn} de la {n}
999 99th
999 9th av
999 us 99
999-999 west {n} ave
One {Nn} Place
999 n 99
999 9/9 SE {Nn} Ave.
999 N 99th street
A9999 {Nn}
P. O. Box 9999
9999a SE west Ave.
9999 N Route Z
999 boulevard east
9999 Park Place
999 {Nn} Avenue Cir
9999 C Avenue Ext
999 N Ave NW
9999 North Way
9999 {Nn} and {Nn} Dr
9 9/9 {Nn} {Nn} Woods
9999 {Nn} Road Ln
9999 Old {Nn} Road Ln
99999 W INTERSTATE 99
9999 L B J FWY
99999 I 99 W
9999 {N} DR S E
99999 T I BLVD
9999 {N} CENTER {N} BLVD
9999 {N} CENTER LOOP
999 NW LOOP 999
99999 OLD 99 RD
999 W OLD US HIGHWAY 99
9999 NE LOOP 999
9999 F 99
RFD 9 BOX 9999
99999 N HIGHWAY A9A ALT
99999 {N} C {N} 9 MILE {N} PKWY
9999 AVENUE E
999 east south {n}
99999 {N} AND {N} {N} BLVD
999 {N} AND {N} WAY
RR9 BOX 999
99 Southwest {Nn} {Nn} Hwy
9999 {N} CROSSING DR N E
999 s st NW
9999 P DE {N} BLVD
999 {N} BLVD N E
9999 {N} PLAZA CENTER
9999 99th Terrace North
9999 99th Street South
9999 99th Ave No
9999 99th St No
Post Office 99999
9999 Indiana Highway 999
rr 9 box 999e
rr 9, box 999 a
9999 {n} st. {n} ln.
999 {n} e. {n} blvd
cmr 999 box 9999
9999 OLD WEST STATE ROUTE 99
9999 Spur 999
999 FM 99 East
999 FM 9999 West
99999 FM 999
P.O. Box 999 Hwy 999
9999 Hwy 9999
99999 CR 999
9999 W CITY HIGHWAY 99
N99W9999 {Nn} Ln
W999 N9999 {Nn} {Nn} Dr
W999N9999 {Nn} Rd
W999 N99999 {Nn} Ln
9 {Nn} {Nn} Center Place
999 {N} PARK DRIVE
9999 Country Road 999
999-99 {Nn} {Nn} Expy N
9999 SAINT {N} W ST
9999 {N} {N} W BLVD
9999 NEW {N} NW AV
9 {N} {N} B {N} DR
9999 {N} {N} W CSWY
9999 {N} NE PL
9999 El {Nn} {Nn}
999 E 999th St
999 {n} ave. n.
rr # 9 box 999 a
rural route 9 box 9
99 {n} park dr s
lockbox 9999 po box 9999
999 route 99 e
99999 us highway 99 n
9999 hwy. 99, w.
rr # 9 box 999
9999 {n} {n} blvd. east
999 s {n} rr 9 box 999
999 plaza rd n
9999 state route 999
99 {n} way n.
999 {n} ave po box 999
lock box 999
9999 {n} rd box 99
9999 {n} center lockbox no 999999
999 n {n} rr 9 box 9999
9999 {n} circle east
9999 w 999th st
999 9th st s
9999 {n} rd; lockbox # 999999
9999 {n} rd lbx # 999999
rr # 9 po box 999
99999 {n} {n} south rd
rt # 9 box 999
p o box 999
rr # 9 box 99 d
99999 {n} creek south blvd
p.o. box 999999
99999 99th ct. n.
9999 {n} road lockbox # 999999
drawer cs 999999
po box 999999
fm 999 box 99
9999 hwy 999 n
9999 {n} park dr east
9999 w. 99th st. lockbox 999999
9999 hwy 99 n.
lbx 999
9999 {n} place dr
999 {Nn} W. {Nn} Boulevard
9999 N Illinois Route 9
9999 Anderson County Rd 999
999-999 Box {Nn} St
9999 999th street crt n
9999 E {N} RUN PARKWAY SOUTH DR
RR 9 BOX 9
9999 NE 99TH ST
9999 NE 99TH CT
999 {N} RUN RD
99 {N} RUN DR
99 OLD {N} RD
99999 S {N} PARK AVE
999 {N} W. {N} LN
999 {N} AVENUE WEST RD
999 {N} W {N} LN
999 {N} N {N} DR
999 C AND N {N} {N} RD
999 North Highway 99 {Nn}
999 {N} A S {N} ST
9999 {N} {N} SOUTH {N} NE
999 {N} W {N} RD
999 PARK CIRCLE EAST RD
999 {N} W {N} ST
9999 U S 999 HWY S
9999 {N} N {N} RD
9999 99TH ST NW LN
9999 {N} {N} WEST ST
99 {N} {N} WEST BLVD
999 {N} N O {N} RD
999 {N} S {N} RD
999 STATE ROUTE 999
999 ROUTE 999
9999 {N} WAY WEST DR
99999 {N} W {N} BLVD
9999 I 99 S {N} RD
999 {N} {N} HIGHWAY 99 {N} RTE N
9999 US 999 SOUTH {N} HWY
9999 N A W {N} BLVD
999 {N} PARK SOUTH BLVD
99A {N} E {N} CT
99999 W {N} {N} SOUTH RD
9999 DR N W {N} BLVD
9999 {N} W L {N} DR
9999 {N} {N} HIGHWAY 99 {N} RTE W
9999 THE CIRCLE {N} NORTH {N} ST
999 {N} E S {N} ST
999 S W S {N} DR
999 {N} W {N} PKWY NW
9999 {N} {N} NORTH {N} AVE
9999 {N} PARK EAST BLVD
9999 {N} RUN SOUTH RD
W999N W99999 {Nn} Dr
N999 W99999 {Nn} Rd
N999W99999 {Nn} Rd
HC 9999 Box 99
HC ROUTE 99 BOX 99A
HC RTE 99 box 9A
HC rte 99B bOX # 9A
StaR Rte 99A BOX # 999B
star route 99 box # 99
STAR RTE 999 Box # 99
HWY Contract RTE 99 BOX 99A
hwy CONTRACT route # 99B BOX # 9A
HCR 99 boX 99B
HCR 99ac box 999
HIGHWAY CONTRACT ROUTE 99A BOX 999
HIGHWAY CONTRACT rte # 99 BOX # 9A
9 COUNTY ROAD {N}
9999 E COUNTY ROAD {N}
9999 W COUNTY ROAD {N}
9999 COUNTY ROAD D
9999 S Broadway
99 WEST 99TH
9999 SE 9TH
999 NE 99th
9999 NW 99th
9999 NE 9TH
N999 W9999 {Nn} Ct
Box 999999
9999 W US Highway 99
9999 West U.S. Highway 99
999 PR 999
9999 W US Hwy 99
9999 West US Hwy 99
9999 West US Highway 99
9999 9th st n
9999 d {n} ave n
9999 COUNTY {N} RD
9999 {N} WAY SOUTH DR
999 {N} W {N} {N} PKWY
99 Business 99
99 South Broadway
HC R 99 Box # e9
HIGHWAY CONTRACT rte # 99 BOX # 999
HIGHWAY CONtraCT ROUTE 99 BOX 99C
StaR ROUTE 99 BOX 9Z
HCR 9e box # 99
HCR 99 bOX 99E
HWY CONTRACT ROUTE 999 BOX 999A
999A E COUNTY ROAD {N}
9999 COUNTY ROAD {N} NE
99999 9TH AVE
9999 {Nn} Mall Road
Box# 99
99- 999 M Street
9999 {Nn} {Nn} Road
9 {Nn} {Nn} Drive
999 North {Nn} Drive
9999 S. {Nn} {Nn}
9999 {Nn} {Nn} Dr
9999 {Nn} Dr.
99 W. {Nn}
999 N. {Nn} St.
999 S. {Nn} Dr.
9999 W. {Nn} Ave.
999 W. {Nn} St.
99999 N. {Nn} Way
999 W. {Nn} St
99 E. {Nn} St.
9999 E {Nn} Rd
999 W. {Nn} Street
999 E. {Nn} Dr.
999 West {Nn} Avenue
999 {N} AVE. N.W.
999 S {Nn} Dr
9 {N} DR.
999 {Nn} Drive, SW
9999 {Nn} Street, NE
9999 {Nn} Lane, SE
99999 {N} {N} PLACE
999 West {Nn} Road
9999 {Nn} {Nn} CV
9999 {Nn} {Nn} Cir
9999 west {Nn}
999 {n} bkvd
9999 {Nn} {Nn} Trl
9999 {Nn} Park
999 EAST {N}
99999 {n} box
999 {Nn} {Nn} Trace
999 {N} {N} PARK
99 {Nn} {Nn} Heights
9999 e. {n} st.
999 {n} dr.
999 south {n} highway
999 {n} blvd.
99999 {Nn} Circle
999 E {Nn} Hgwy
99 {N} GULCH
9999 {N} LN
9999 {N} TURN
99 {N} GRADE
9999 n. {n} {n} rd.
999 N {N} AVE
999 {N} STREET
`
  .trim()
  .split('\n');

/** A line with names and numbers in it, as it was labeled. */
export interface LabeledLine {
  readonly form: string;
  /** Number, street and box: where the carrier goes. */
  readonly street: string;
  /** Parts of a building, in the order in which they were written. */
  readonly units: readonly string[];
  /** Names of buildings. */
  readonly building: string;
  /** The whole line. */
  readonly whole: string;
  /** The line without its units, or null where a unit is within it, not at its end. */
  readonly withoutUnit: string | null;
}

/** Some of these are names of streets and, elsewhere, words for a part of a building. */
const NAMES = [
  ...['Maple', 'Jefferson', 'Oak', 'Magnolia', 'Lincoln', 'Key', 'Lakeview', 'Washington', 'Front', 'Peachtree'],
  ...['Riverside', 'Cherokee', "O'Hare", 'McKinley', 'Pine', 'Kings', 'Pier', 'Monroe', 'Cedar', 'Vine', 'Lobby'],
];

const ordinal = (number: number): string => {
  const last = number % 100 > 10 && number % 100 < 14 ? 0 : number % 10;
  return `${number}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`;
};

/** A form with numbers and names in it: always the same ones. */
const filled = (form: string, index: number): string => {
  let state = index + 1;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
  const digits = (nines: string): string =>
    nines.replace(/9/g, (_, at: number) => String(at === 0 ? 1 + draw(9) : draw(10)));
  return form
    .replace(/\b(9+)(st|nd|rd|th)\b/gi, (_, nines: string, end: string) => {
      const written = ordinal(Number(digits(nines)));
      return end === end.toUpperCase() ? written.toUpperCase() : written;
    })
    .replace(/9+/g, (nines) => (/\d/.test(nines) ? digits(nines) : nines))
    .replace(/\{(Nn|N|n)\}/g, (_, letters: string) => {
      const name = NAMES[draw(NAMES.length)] ?? '';
      return letters === 'N' ? name.toUpperCase() : letters === 'n' ? name.toLowerCase() : name;
    });
};

const only = (line: string, pattern: RegExp): string => [...line.matchAll(pattern)].map(([, inner]) => inner).join(' ');
const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** All of them, filled. */
export const PUBLIC_LINES: readonly LabeledLine[] = PUBLIC_FORMS.map((form, index) => {
  const line = filled(form, index);
  const withoutUnit = tidy(line.replace(/\[[^\]]*\][,;]?/g, '').replace(/[<>]/g, '')).replace(/[,;-]+$/, '');
  return {
    form,
    street: tidy(line.replace(/\[[^\]]*\][,;]?|<[^>]*>[,;]?/g, ' ')).replace(/[,;-]+$/, ''),
    units: [...line.matchAll(/\[([^\]]*)\]/g)].map(([, inner = '']) => inner),
    building: only(line, /<([^>]*)>/g),
    whole: line.replace(/[[\]<>]/g, ''),
    withoutUnit: /\[[^\]]*\]$/.test(form) && !/\].*\[/.test(form) ? withoutUnit : null,
  };
});
