-- coreins: an insurer's core system, moved from a mainframe. UPPER-CASE, abbreviated, run together, few comments;
-- a Swiss subsidiary's tables in German and French came along.

create schema "POL";
create schema "CLM";
create schema "FIN";
create schema "AGT";
create schema "CH";

-- ---------------------------------------------------------------- POL: customers and policies

create table "POL"."CUSTMAST" (
  "CUSTNO" char(10) primary key,
  "CUSTTYP" char(1) not null,
  "CUSTLNAME" varchar(40) not null,
  "CUSTFNAME" varchar(30),
  "CUSTADDR1" varchar(40),
  "CUSTADDR2" varchar(40),
  "CUSTCITY" varchar(30),
  "CUSTST" char(2),
  "CUSTZIP" char(10),
  "CUSTTEL" varchar(20),
  "CUSTEMAIL" varchar(60),
  "CUSTDOB" date,
  "CUSTSEX" char(1),
  "MARSTAT" char(1),
  "OCCUPCD" char(4),
  "CREDSCR" smallint,
  "VIPFLG" char(1),
  "SSN" char(11),
  "LASTUPDTS" timestamp,
  "LASTUPDUSR" char(8)
);
comment on table "POL"."CUSTMAST" is 'Customer master file';
comment on column "POL"."CUSTMAST"."CUSTTYP" is 'P person, O organisation';
comment on column "POL"."CUSTMAST"."CREDSCR" is 'Credit score from the bureau';

create table "POL"."CUSTREL" (
  "CUSTNO" char(10) not null references "POL"."CUSTMAST",
  "RELCUSTNO" char(10) not null references "POL"."CUSTMAST",
  "RELTYP" char(2) not null,
  "EFFDT" date,
  primary key ("CUSTNO", "RELCUSTNO", "RELTYP")
);
comment on column "POL"."CUSTREL"."RELTYP" is 'SP spouse, CH child, EM employer';

create table "POL"."CUSTBNK" (
  "CUSTNO" char(10) not null references "POL"."CUSTMAST",
  "BNKSEQ" smallint not null,
  "BNKNM" varchar(40),
  "RTNGNO" char(9),
  "ACCTNO" varchar(20) not null,
  "ACCTTYP" char(1),
  "MNDTDT" date,
  primary key ("CUSTNO", "BNKSEQ")
);
comment on column "POL"."CUSTBNK"."MNDTDT" is 'When the direct debit mandate was signed';

create table "POL"."PRODMAST" (
  "PRODCD" char(6) primary key,
  "PRODDESC" varchar(60) not null,
  "LOBCD" char(3) not null,
  "EFFDT" date not null,
  "EXPDT" date,
  "MINAGE" smallint,
  "MAXAGE" smallint,
  "COMMPCT" numeric(5,2)
);
comment on column "POL"."PRODMAST"."LOBCD" is 'Line of business: AUT, HOM, LIF, TRV';

create table "POL"."POLMAST" (
  "POLNO" char(12) primary key,
  "CUSTNO" char(10) not null references "POL"."CUSTMAST",
  "PRODCD" char(6) not null references "POL"."PRODMAST",
  "AGTNO" char(6),
  "POLSTAT" char(2) not null,
  "ISSDT" date not null,
  "EFFDT" date not null,
  "EXPDT" date,
  "RNWLDT" date,
  "CANCDT" date,
  "CANCRSN" char(3),
  "ANNPREM" numeric(11,2) not null,
  "PAYFREQ" char(1) not null,
  "PAYMTHD" char(2),
  "SUMINS" numeric(13,2),
  "DEDAMT" numeric(9,2),
  "UWRTRID" char(8),
  "BRNCHCD" char(4),
  "CURRCD" char(3),
  "LASTUPDTS" timestamp,
  "LASTUPDUSR" char(8)
);
comment on table "POL"."POLMAST" is 'Policy master file';
comment on column "POL"."POLMAST"."POLSTAT" is 'IF in force, LA lapsed, CN cancelled, MT matured';

create table "POL"."POLHIST" (
  "POLNO" char(12) not null references "POL"."POLMAST",
  "SEQNO" integer not null,
  "TRANCD" char(3) not null,
  "TRANDT" date not null,
  "OLDPREM" numeric(11,2),
  "NEWPREM" numeric(11,2),
  "ENDORSNO" char(6),
  "USRID" char(8),
  primary key ("POLNO", "SEQNO")
);

create table "POL"."POLCOV" (
  "POLNO" char(12) not null references "POL"."POLMAST",
  "COVCD" char(4) not null,
  "COVDESC" varchar(60),
  "COVLMT" numeric(13,2),
  "COVDED" numeric(9,2),
  "COVPREM" numeric(11,2),
  "EFFDT" date,
  "EXPDT" date,
  primary key ("POLNO", "COVCD")
);

create table "POL"."POLBENE" (
  "POLNO" char(12) not null references "POL"."POLMAST",
  "BENESEQ" smallint not null,
  "BENENM" varchar(60) not null,
  "BENEREL" char(2),
  "BENEPCT" numeric(5,2) not null,
  "BENEDOB" date,
  "IRREVFLG" char(1),
  primary key ("POLNO", "BENESEQ")
);
comment on table "POL"."POLBENE" is 'Who gets the money when the insured dies';

create table "POL"."POLLOAN" (
  "LOANNO" char(10) primary key,
  "POLNO" char(12) not null references "POL"."POLMAST",
  "LOANAMT" numeric(11,2) not null,
  "INTRATE" numeric(6,4) not null,
  "LOANDT" date not null,
  "OUTSTBAL" numeric(11,2),
  "LASTINTDT" date
);

create table "POL"."POLCSV" (
  "POLNO" char(12) not null references "POL"."POLMAST",
  "VALDT" date not null,
  "CSHSURVAL" numeric(11,2),
  "BONUSAMT" numeric(11,2),
  "PAIDUPVAL" numeric(11,2),
  primary key ("POLNO", "VALDT")
);
comment on column "POL"."POLCSV"."CSHSURVAL" is 'Cash surrender value';

create table "POL"."VEHMAST" (
  "VIN" char(17) primary key,
  "POLNO" char(12) not null references "POL"."POLMAST",
  "VEHMAKE" varchar(20),
  "VEHMODEL" varchar(30),
  "VEHYR" smallint,
  "LICPLTNO" varchar(12),
  "ANNMILES" integer,
  "GARZIP" char(10),
  "ANTITHFT" char(1)
);

create table "POL"."DRVRMAST" (
  "DRVRNO" char(10) primary key,
  "POLNO" char(12) not null references "POL"."POLMAST",
  "DRVRNM" varchar(60) not null,
  "DRVRLICNO" varchar(20),
  "LICST" char(2),
  "DRVRDOB" date,
  "VIOLPTS" smallint,
  "YRSEXP" smallint
);
comment on column "POL"."DRVRMAST"."VIOLPTS" is 'Speeding tickets and the like';

create table "POL"."PROPMAST" (
  "PROPNO" char(10) primary key,
  "POLNO" char(12) not null references "POL"."POLMAST",
  "PROPADDR1" varchar(40),
  "PROPCITY" varchar(30),
  "PROPZIP" char(10),
  "CNSTRTYP" char(2),
  "YRBUILT" smallint,
  "SQFT" integer,
  "ROOFTYP" char(2),
  "FLOODZN" char(2),
  "ALRMFLG" char(1),
  "REPLCOST" numeric(13,2)
);
comment on table "POL"."PROPMAST" is 'Insured houses and flats';

create table "POL"."MEDEXAM" (
  "EXAMNO" char(10) primary key,
  "CUSTNO" char(10) not null references "POL"."CUSTMAST",
  "EXAMDT" date,
  "SMKRFLG" char(1),
  "HGTCM" smallint,
  "WGTKG" smallint,
  "BPSYS" smallint,
  "BPDIA" smallint,
  "CHOLEST" smallint,
  "RISKCLS" char(2)
);
comment on column "POL"."MEDEXAM"."RISKCLS" is 'Mortality class as decided by the actuary';

create table "POL"."QUOTEHDR" (
  "QUOTENO" char(10) primary key,
  "CUSTNO" char(10) references "POL"."CUSTMAST",
  "PRODCD" char(6) not null references "POL"."PRODMAST",
  "QUOTEDT" date not null,
  "QUOTEPREM" numeric(11,2),
  "VALIDTO" date,
  "CONVFLG" char(1)
);
comment on column "POL"."QUOTEHDR"."CONVFLG" is 'Y when the offer became a contract';

-- ---------------------------------------------------------------- AGT: agents

create table "AGT"."BRNCHTAB" (
  "BRNCHCD" char(4) primary key,
  "BRNCHNM" varchar(40) not null,
  "REGNCD" char(3),
  "BRNCHADDR" varchar(80),
  "BRNCHTEL" varchar(20),
  "MGREMPNO" char(6)
);

create table "AGT"."AGTMAST" (
  "AGTNO" char(6) primary key,
  "AGTNM" varchar(60) not null,
  "AGTLICNO" varchar(20),
  "LICEXPDT" date,
  "BRNCHCD" char(4) references "AGT"."BRNCHTAB",
  "HIREDT" date,
  "TERMDT" date,
  "AGTTEL" varchar(20),
  "AGTEMAIL" varchar(60),
  "UPLINENO" char(6) references "AGT"."AGTMAST",
  "TAXID" char(11)
);
comment on column "AGT"."AGTMAST"."UPLINENO" is 'Agent who recruited this one and shares in the commission';

create table "AGT"."AGTCOMM" (
  "COMMNO" bigint primary key,
  "AGTNO" char(6) not null references "AGT"."AGTMAST",
  "POLNO" char(12) not null references "POL"."POLMAST",
  "COMMAMT" numeric(9,2) not null,
  "COMMPCT" numeric(5,2),
  "COMMTYP" char(2),
  "EARNDT" date,
  "PAIDDT" date,
  "CLAWBKFLG" char(1)
);

create table "AGT"."AGTGOAL" (
  "AGTNO" char(6) not null references "AGT"."AGTMAST",
  "YRMTH" char(6) not null,
  "TGTPREM" numeric(11,2),
  "ACTPREM" numeric(11,2),
  "NEWPOLCNT" integer,
  primary key ("AGTNO", "YRMTH")
);

create table "AGT"."AGTTRNG" (
  "AGTNO" char(6) not null references "AGT"."AGTMAST",
  "CRSCD" char(6) not null,
  "COMPLDT" date,
  "CEHRS" numeric(4,1),
  primary key ("AGTNO", "CRSCD")
);
comment on column "AGT"."AGTTRNG"."CEHRS" is 'Continuing education hours';

-- ---------------------------------------------------------------- CLM: claims

create table "CLM"."CLMMAST" (
  "CLMNO" char(12) primary key,
  "POLNO" char(12) not null references "POL"."POLMAST",
  "LOSSDT" date not null,
  "RPTDT" date not null,
  "CLMSTAT" char(2) not null,
  "LOSSCD" char(4),
  "LOSSDESC" varchar(200),
  "LOSSLOC" varchar(80),
  "CATCD" char(4),
  "ADJNO" char(6),
  "RSRVAMT" numeric(13,2),
  "INCURAMT" numeric(13,2),
  "PAIDAMT" numeric(13,2),
  "RECOVAMT" numeric(13,2),
  "CLSDT" date,
  "LITIGFLG" char(1),
  "FRAUDSCR" smallint,
  "LASTUPDTS" timestamp,
  "LASTUPDUSR" char(8)
);
comment on table "CLM"."CLMMAST" is 'Claim master file';
comment on column "CLM"."CLMMAST"."CATCD" is 'Catastrophe, e.g. named hurricanes';
comment on column "CLM"."CLMMAST"."LITIGFLG" is 'Y when lawyers are involved';

create table "CLM"."CLMPTY" (
  "CLMNO" char(12) not null references "CLM"."CLMMAST",
  "PTYSEQ" smallint not null,
  "PTYROLE" char(2) not null,
  "PTYNM" varchar(60),
  "PTYTEL" varchar(20),
  "PTYADDR" varchar(80),
  "INJRYFLG" char(1),
  primary key ("CLMNO", "PTYSEQ")
);
comment on column "CLM"."CLMPTY"."PTYROLE" is 'CL claimant, WI witness, OP other driver';

create table "CLM"."CLMPAY" (
  "CLMNO" char(12) not null references "CLM"."CLMMAST",
  "PAYSEQ" smallint not null,
  "PAYDT" date not null,
  "PAYAMT" numeric(13,2) not null,
  "PAYEENM" varchar(60),
  "CHKNO" char(10),
  "PAYTYP" char(2),
  "APPRUSR" char(8),
  primary key ("CLMNO", "PAYSEQ")
);

create table "CLM"."CLMRSRV" (
  "CLMNO" char(12) not null references "CLM"."CLMMAST",
  "RSRVDT" date not null,
  "RSRVTYP" char(2) not null,
  "RSRVAMT" numeric(13,2) not null,
  "CHGRSN" varchar(60),
  primary key ("CLMNO", "RSRVDT", "RSRVTYP")
);

create table "CLM"."CLMNOTE" (
  "CLMNO" char(12) not null references "CLM"."CLMMAST",
  "NOTESEQ" integer not null,
  "NOTETXT" varchar(2000),
  "NOTEUSR" char(8),
  "NOTETS" timestamp,
  primary key ("CLMNO", "NOTESEQ")
);

create table "CLM"."ADJMAST" (
  "ADJNO" char(6) primary key,
  "ADJNM" varchar(60) not null,
  "ADJTEL" varchar(20),
  "MAXAUTH" numeric(11,2),
  "OPENCLMCNT" integer,
  "EXTFLG" char(1)
);
comment on table "CLM"."ADJMAST" is 'Adjusters who assess losses';
comment on column "CLM"."ADJMAST"."MAXAUTH" is 'Up to this sum the adjuster signs alone';

create table "CLM"."SALVAGE" (
  "SALVNO" char(10) primary key,
  "CLMNO" char(12) not null references "CLM"."CLMMAST",
  "VIN" char(17),
  "SALVDT" date,
  "SALVAMT" numeric(11,2),
  "BUYERNM" varchar(60)
);
comment on table "CLM"."SALVAGE" is 'Wrecks sold';

create table "CLM"."SUBROG" (
  "SUBRNO" char(10) primary key,
  "CLMNO" char(12) not null references "CLM"."CLMMAST",
  "OPPCARR" varchar(40),
  "DMNDAMT" numeric(11,2),
  "SETTLAMT" numeric(11,2),
  "SETTLDT" date
);
comment on table "CLM"."SUBROG" is 'Money claimed back from the insurer of whoever caused the loss';

create table "CLM"."RPRSHOP" (
  "SHOPNO" char(6) primary key,
  "SHOPNM" varchar(60) not null,
  "SHOPADDR" varchar(80),
  "LABRATE" numeric(7,2),
  "PREFFLG" char(1)
);

create table "CLM"."ESTIMATE" (
  "ESTNO" char(10) primary key,
  "CLMNO" char(12) not null references "CLM"."CLMMAST",
  "SHOPNO" char(6) references "CLM"."RPRSHOP",
  "PARTSAMT" numeric(9,2),
  "LABAMT" numeric(9,2),
  "TOTLOSSFLG" char(1),
  "ESTDT" date
);

-- ---------------------------------------------------------------- FIN: money

create table "FIN"."BILLMAST" (
  "BILLNO" char(12) primary key,
  "POLNO" char(12) not null references "POL"."POLMAST",
  "BILLDT" date not null,
  "DUEDT" date not null,
  "AMTDUE" numeric(11,2) not null,
  "AMTPAID" numeric(11,2) not null,
  "LATECHG" numeric(9,2),
  "BILLSTAT" char(1),
  "RMNDCNT" smallint
);

create table "FIN"."PREMRCPT" (
  "RCPTNO" char(12) primary key,
  "POLNO" char(12) not null references "POL"."POLMAST",
  "BILLNO" char(12) references "FIN"."BILLMAST",
  "RCPTDT" date not null,
  "RCPTAMT" numeric(11,2) not null,
  "PAYMTHD" char(2),
  "DEPBNKCD" char(4),
  "NSFFLG" char(1)
);
comment on column "FIN"."PREMRCPT"."NSFFLG" is 'Bounced for lack of funds';

create table "FIN"."GLACCT" (
  "GLACCTNO" char(10) primary key,
  "GLDESC" varchar(60) not null,
  "ACCTCLS" char(1) not null,
  "CCTRCD" char(6),
  "ACTVFLG" char(1) not null
);
comment on table "FIN"."GLACCT" is 'Chart of accounts';

create table "FIN"."GLTRAN" (
  "GLTRANNO" bigint primary key,
  "GLACCTNO" char(10) not null references "FIN"."GLACCT",
  "PSTDT" date not null,
  "DRAMT" numeric(15,2),
  "CRAMT" numeric(15,2),
  "JRNLCD" char(3),
  "SRCDOCNO" varchar(20),
  "FISCYR" smallint,
  "FISCPRD" smallint
);
comment on table "FIN"."GLTRAN" is 'General ledger journal';

create table "FIN"."REINSTRTY" (
  "TRTYNO" char(8) primary key,
  "REINSNM" varchar(60) not null,
  "TRTYTYP" char(2),
  "CEDPCT" numeric(5,2),
  "RETNLMT" numeric(15,2),
  "EFFDT" date,
  "EXPDT" date
);
comment on table "FIN"."REINSTRTY" is 'Contracts with Munich Re and others who carry part of the risk';

create table "FIN"."CEDPREM" (
  "TRTYNO" char(8) not null references "FIN"."REINSTRTY",
  "POLNO" char(12) not null references "POL"."POLMAST",
  "CEDAMT" numeric(11,2) not null,
  "CEDDT" date not null,
  primary key ("TRTYNO", "POLNO", "CEDDT")
);

create table "FIN"."FXRATE" (
  "CURRCD" char(3) not null,
  "RATEDT" date not null,
  "FXRT" numeric(12,6) not null,
  primary key ("CURRCD", "RATEDT")
);

create table "FIN"."TAXWHLD" (
  "TAXNO" bigint primary key,
  "AGTNO" char(6) references "AGT"."AGTMAST",
  "TAXYR" smallint not null,
  "GRSAMT" numeric(11,2),
  "WHLDAMT" numeric(11,2)
);

create table "FIN"."BNKSTMT" (
  "STMTNO" char(12) primary key,
  "BNKCD" char(4) not null,
  "STMTDT" date not null,
  "OPENBAL" numeric(15,2),
  "CLSBAL" numeric(15,2),
  "RECONFLG" char(1)
);

create table "FIN"."UNCLMPROP" (
  "UNCLNO" bigint primary key,
  "CUSTNO" char(10) references "POL"."CUSTMAST",
  "UNCLAMT" numeric(11,2),
  "ESCHTST" char(2),
  "ESCHTDT" date
);
comment on table "FIN"."UNCLMPROP" is 'Cheques nobody cashed, to be handed to the state';

-- ---------------------------------------------------------------- CH: the Swiss subsidiary

create table "CH"."VERTRAG" (
  "VERTRAGNR" char(12) primary key,
  "KUNDENNR" char(10) not null,
  "BEGINN" date not null,
  "ABLAUF" date,
  "PRÄMIE" numeric(11,2) not null,
  "ZAHLUNGSART" char(2),
  "KÜNDIGUNGSDATUM" date,
  "VERSICHERUNGSSUMME" numeric(13,2)
);
comment on table "CH"."VERTRAG" is 'Policies of the Zurich office';

create table "CH"."SCHADEN" (
  "SCHADENNR" char(12) primary key,
  "VERTRAGNR" char(12) not null references "CH"."VERTRAG",
  "SCHADENDATUM" date not null,
  "MELDEDATUM" date,
  "SCHADENHÖHE" numeric(13,2),
  "URSACHE" varchar(80),
  "RÜCKSTELLUNG" numeric(13,2)
);
comment on table "CH"."SCHADEN" is 'Claims of the Zurich office';

create table "CH"."KUNDE" (
  "KUNDENNR" char(10) primary key,
  "NACHNAME" varchar(40) not null,
  "VORNAME" varchar(30),
  "GEBURTSDATUM" date,
  "STRASSE" varchar(60),
  "PLZ" char(6),
  "ORT" varchar(40),
  "AHVNR" char(16)
);
comment on column "CH"."KUNDE"."AHVNR" is 'Swiss social security';

create table "CH"."BÉNÉFICIAIRE" (
  "NUMÉRO" bigint primary key,
  "NOM" varchar(40) not null,
  "PRÉNOM" varchar(30),
  "DATENAISSANCE" date,
  "ADRESSE" varchar(80),
  "TÉLÉPHONE" varchar(20),
  "MONTANTRENTE" numeric(11,2)
);
comment on table "CH"."BÉNÉFICIAIRE" is 'Pensioners of the Geneva office';

-- ---------------------------------------------------------------- housekeeping

create table "FIN"."CDTAB" (
  "CDTYP" char(4) not null,
  "CDVAL" char(6) not null,
  "CDDESC" varchar(80) not null,
  "SORTSEQ" smallint,
  primary key ("CDTYP", "CDVAL")
);
comment on table "FIN"."CDTAB" is 'What all the two-letter codes mean';

create table "FIN"."USRMAST" (
  "USRID" char(8) primary key,
  "USRNM" varchar(60) not null,
  "DEPTCD" char(4),
  "PWDCHGDT" date,
  "LASTLOGTS" timestamp,
  "LOCKFLG" char(1)
);

create table "FIN"."BATCHLOG" (
  "RUNNO" bigint primary key,
  "JOBNM" char(8) not null,
  "STRTTS" timestamp not null,
  "ENDTS" timestamp,
  "RETCD" smallint,
  "RECCNT" integer
);
comment on table "FIN"."BATCHLOG" is 'Nightly jobs';

create table "FIN"."DOCIDX" (
  "DOCNO" bigint primary key,
  "POLNO" char(12),
  "CLMNO" char(12),
  "DOCTYP" char(4) not null,
  "SCANDT" date,
  "PGCNT" smallint,
  "IMGPATH" varchar(200)
);
comment on table "FIN"."DOCIDX" is 'Scanned letters';

create view "POL"."VACTPOL" as
  select p."POLNO", c."CUSTLNAME", p."ANNPREM", p."EFFDT", p."EXPDT"
  from "POL"."POLMAST" p join "POL"."CUSTMAST" c using ("CUSTNO") where p."POLSTAT" = 'IF';

create view "CLM"."VOPENCLM" as
  select "CLMNO", "POLNO", "LOSSDT", "RSRVAMT", current_date - "RPTDT" as "DAYSOPEN"
  from "CLM"."CLMMAST" where "CLSDT" is null;

create view "FIN"."VOVERDUE" as
  select "BILLNO", "POLNO", "AMTDUE" - "AMTPAID" as "BALDUE", current_date - "DUEDT" as "DAYSLATE"
  from "FIN"."BILLMAST" where "AMTPAID" < "AMTDUE" and "DUEDT" < current_date;
