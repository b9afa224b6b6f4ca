-- opsdata: staff, haulage and sensors of a logistics company. snake_case with run-together names and plurals, no comments.

create schema hr;
create schema fleet;
create schema freight;
create schema iot;

-- ---------------------------------------------------------------- hr

create table hr.locations (
  locationid integer primary key,
  locationname text not null,
  streetaddress text,
  postalcode text,
  city text,
  countrycode char(2),
  timezone text
);

create table hr.departments (
  departmentid integer primary key,
  departmentname text not null,
  managerid integer,
  costcentre text,
  locationid integer references hr.locations
);

create table hr.jobs (
  jobid integer primary key,
  jobtitle text not null,
  minsalary numeric(10,2),
  maxsalary numeric(10,2),
  jobgrade text
);

create table hr.employees (
  employeeid integer primary key,
  badgenumber text unique,
  firstname text not null,
  lastname text not null,
  workemail text unique,
  privateemail text,
  mobilephone text,
  birthdate date,
  hiredate date not null,
  leavingdate date,
  jobid integer references hr.jobs,
  departmentid integer references hr.departments,
  managerid integer references hr.employees,
  workinghoursperweek numeric(4,1),
  isparttime boolean not null default false,
  nationality char(2),
  bankaccount text,
  taxclass text,
  createdat timestamptz,
  createdby text,
  lastupdatedat timestamptz,
  lastupdatedby text
);
alter table hr.departments add foreign key (managerid) references hr.employees;

create table hr.salaries (
  employeeid integer not null references hr.employees,
  validfrom date not null,
  validto date,
  grosssalary numeric(10,2) not null,
  currencycode char(3) not null,
  payscale text,
  lastupdatedby text,
  primary key (employeeid, validfrom)
);

create table hr.payslips (
  payslipid bigint primary key,
  employeeid integer not null references hr.employees,
  payperiod date not null,
  grosspay numeric(10,2) not null,
  netpay numeric(10,2) not null,
  incometax numeric(10,2),
  socialsecurity numeric(10,2),
  overtimehours numeric(5,1),
  bonusamount numeric(10,2),
  paidon date
);

create table hr.leaverequests (
  leaverequestid bigint primary key,
  employeeid integer not null references hr.employees,
  leavetype text not null,
  startdate date not null,
  enddate date not null,
  daysrequested numeric(4,1),
  approvedby integer references hr.employees,
  approvalstatus text not null
);

create table hr.sickdays (
  sickdayid bigint primary key,
  employeeid integer not null references hr.employees,
  firstday date not null,
  lastday date,
  certificatereceived boolean
);

create table hr.timesheets (
  timesheetid bigint primary key,
  employeeid integer not null references hr.employees,
  workdate date not null,
  clockin timestamptz,
  clockout timestamptz,
  breakminutes smallint,
  projectcode text,
  approved boolean
);

create table hr.trainings (
  trainingid integer primary key,
  trainingname text not null,
  provider text,
  durationhours numeric(5,1),
  ismandatory boolean,
  validitymonths smallint
);

create table hr.employee_trainings (
  employeeid integer not null references hr.employees,
  trainingid integer not null references hr.trainings,
  completedon date not null,
  expireson date,
  score numeric(5,2),
  certificateurl text,
  primary key (employeeid, trainingid, completedon)
);

create table hr.performance_reviews (
  reviewid bigint primary key,
  employeeid integer not null references hr.employees,
  reviewerid integer references hr.employees,
  reviewdate date not null,
  overallrating smallint,
  strengths text,
  improvementareas text,
  nextreviewdate date
);

create table hr.applicants (
  applicantid bigint primary key,
  fullname text not null,
  email text,
  phonenumber text,
  resumeurl text,
  appliedon date not null,
  vacancyid integer,
  hiringstage text,
  rejectionreason text,
  expectedsalary numeric(10,2)
);

create table hr.vacancies (
  vacancyid integer primary key,
  jobid integer references hr.jobs,
  departmentid integer references hr.departments,
  openedon date,
  closedon date,
  headcount smallint,
  recruiterid integer references hr.employees
);
alter table hr.applicants add foreign key (vacancyid) references hr.vacancies;

create table hr.emergency_contacts (
  employeeid integer not null references hr.employees,
  contactname text not null,
  relationship text,
  phonenumber text not null,
  primary key (employeeid, contactname)
);

create table hr.company_assets (
  assetid integer primary key,
  assettag text unique,
  assettype text not null,
  serialnumber text,
  assignedto integer references hr.employees,
  purchasedate date,
  purchaseprice numeric(10,2),
  warrantyexpires date
);

-- ---------------------------------------------------------------- fleet

create table fleet.vehicles (
  vehicleid integer primary key,
  licenseplate text not null unique,
  chassisnumber text unique,
  make text,
  model text,
  modelyear smallint,
  fueltype text,
  tankcapacitylitres numeric(6,1),
  payloadkg integer,
  odometerkm integer,
  homedepotid integer,
  leaseexpires date,
  isactive boolean not null default true,
  lastupdatedby text
);

create table fleet.depots (
  depotid integer primary key,
  depotname text not null,
  streetaddress text,
  postalcode text,
  city text,
  latitude double precision,
  longitude double precision,
  dockcount smallint,
  openinghours text
);
alter table fleet.vehicles add foreign key (homedepotid) references fleet.depots;

create table fleet.drivers (
  driverid integer primary key,
  employeeid integer unique references hr.employees,
  licensenumber text not null unique,
  licenseclass text,
  licenseexpires date,
  medicalcheckdue date,
  penaltypoints smallint,
  homedepotid integer references fleet.depots
);

create table fleet.fuel_purchases (
  fuelpurchaseid bigint primary key,
  vehicleid integer not null references fleet.vehicles,
  driverid integer references fleet.drivers,
  purchasedat timestamptz not null,
  litres numeric(7,2) not null,
  priceperlitre numeric(6,3),
  totalcost numeric(9,2),
  stationname text,
  fuelcardnumber text
);

create table fleet.maintenance_jobs (
  maintenancejobid bigint primary key,
  vehicleid integer not null references fleet.vehicles,
  workshopname text,
  jobtype text,
  scheduledfor date,
  completedon date,
  labourcost numeric(9,2),
  partscost numeric(9,2),
  odometerkm integer,
  mechanicnotes text
);

create table fleet.inspections (
  inspectionid bigint primary key,
  vehicleid integer not null references fleet.vehicles,
  inspectedby text,
  inspectiondate date not null,
  passed boolean not null,
  defectsfound text,
  nextdue date
);

create table fleet.accidents (
  accidentid bigint primary key,
  vehicleid integer references fleet.vehicles,
  driverid integer references fleet.drivers,
  happenedat timestamptz not null,
  accidentlocation text,
  damagecost numeric(10,2),
  injuredpersons smallint,
  policereportnumber text,
  atfault boolean
);

create table fleet.tyres (
  tyreid bigint primary key,
  vehicleid integer references fleet.vehicles,
  wheelposition text,
  treaddepthmm numeric(4,1),
  pressurebar numeric(4,2),
  mountedon date
);

create table fleet.toll_charges (
  tollchargeid bigint primary key,
  vehicleid integer references fleet.vehicles,
  passedat timestamptz,
  tollstation text,
  amount numeric(8,2)
);

create table fleet.driver_hours (
  driverid integer not null references fleet.drivers,
  dutydate date not null,
  drivingminutes smallint,
  restminutes smallint,
  violation boolean,
  primary key (driverid, dutydate)
);

-- ---------------------------------------------------------------- freight

create table freight.clients (
  clientid integer primary key,
  clientname text not null,
  contactperson text,
  emailaddress text,
  phonenumber text,
  billingaddress text,
  creditlimit numeric(12,2),
  paymentterms text,
  vatid text,
  accountmanagerid integer references hr.employees,
  createdat timestamptz,
  lastupdatedby text
);

create table freight.orders (
  orderid bigint primary key,
  ordernumber text not null unique,
  clientid integer not null references freight.clients,
  orderdate date not null,
  requesteddelivery timestamptz,
  pickupaddress text,
  deliveryaddress text,
  goodsdescription text,
  grossweightkg numeric(10,1),
  volumem3 numeric(8,2),
  palletcount smallint,
  isdangerous boolean not null default false,
  unnumber char(4),
  temperaturemin numeric(4,1),
  temperaturemax numeric(4,1),
  agreedprice numeric(10,2),
  orderstatus text not null,
  createdat timestamptz,
  createdby text,
  lastupdatedat timestamptz,
  lastupdatedby text
);

create table freight.routes (
  routeid bigint primary key,
  routename text,
  origindepotid integer references fleet.depots,
  destinationdepotid integer references fleet.depots,
  distancekm numeric(8,1),
  plannedminutes integer
);

create table freight.trips (
  tripid bigint primary key,
  routeid bigint references freight.routes,
  vehicleid integer references fleet.vehicles,
  driverid integer references fleet.drivers,
  departedat timestamptz,
  arrivedat timestamptz,
  startkm integer,
  endkm integer,
  co2kg numeric(8,2),
  tripstatus text not null
);

create table freight.stops (
  stopid bigint primary key,
  tripid bigint not null references freight.trips,
  orderid bigint references freight.orders,
  stopsequence smallint not null,
  plannedarrival timestamptz,
  actualarrival timestamptz,
  waitingminutes smallint,
  signaturename text,
  proofofdelivery bytea,
  delaycause text
);

create table freight.parcels (
  parcelid bigint primary key,
  orderid bigint not null references freight.orders,
  trackingcode text not null unique,
  weightkg numeric(8,2),
  lengthcm smallint,
  widthcm smallint,
  heightcm smallint,
  currentdepotid integer references fleet.depots,
  parcelstatus text
);

create table freight.parcel_scans (
  scanid bigint primary key,
  parcelid bigint not null references freight.parcels,
  scannedat timestamptz not null,
  depotid integer references fleet.depots,
  handheldid text,
  scantype text
);

create table freight.claims (
  claimid bigint primary key,
  orderid bigint not null references freight.orders,
  damagetype text,
  claimedamount numeric(10,2),
  settledamount numeric(10,2),
  openedon date,
  closedon date,
  photourl text
);

create table freight.invoices (
  invoiceid bigint primary key,
  invoicenumber text not null unique,
  clientid integer not null references freight.clients,
  invoicedate date not null,
  duedate date,
  netamount numeric(12,2),
  vatamount numeric(12,2),
  totalamount numeric(12,2),
  paidon date,
  remindercount smallint
);

create table freight.invoice_items (
  invoiceid bigint not null references freight.invoices,
  itemnumber smallint not null,
  orderid bigint references freight.orders,
  description text,
  amount numeric(12,2),
  primary key (invoiceid, itemnumber)
);

create table freight.price_lists (
  pricelistid integer primary key,
  clientid integer references freight.clients,
  zonefrom text,
  zoneto text,
  maxweightkg integer,
  priceperkg numeric(8,4),
  fuelsurchargepercent numeric(5,2),
  validfrom date,
  validto date
);

create table freight.subcontractors (
  subcontractorid integer primary key,
  companyname text not null,
  contactemail text,
  vatid text,
  insurancevaliduntil date,
  dailyrate numeric(9,2),
  rating smallint
);

create table freight.customs_declarations (
  declarationid bigint primary key,
  orderid bigint references freight.orders,
  mrn text unique,
  hscode text,
  customsvalue numeric(12,2),
  exportcountry char(2),
  importcountry char(2),
  clearedat timestamptz
);

-- ---------------------------------------------------------------- iot

create table iot.device_types (
  devicetypeid integer primary key,
  manufacturer text not null,
  modelname text not null,
  batterylifedays smallint,
  protocol text
);

create table iot.gateways (
  gatewayid integer primary key,
  macaddress macaddr unique,
  ipaddress inet,
  depotid integer references fleet.depots,
  lastheartbeat timestamptz,
  firmwareversion text
);

create table iot.devices (
  deviceid bigint primary key,
  devicetypeid integer not null references iot.device_types,
  serialnumber text not null unique,
  imei text unique,
  simcardnumber text,
  firmwareversion text,
  batterylevel smallint,
  signalstrength smallint,
  installedon date,
  vehicleid integer references fleet.vehicles,
  gatewayid integer references iot.gateways,
  lastseenat timestamptz,
  isonline boolean
);

create table iot.sensors (
  sensorid bigint primary key,
  deviceid bigint not null references iot.devices,
  sensorkind text not null,
  unit text,
  minvalue double precision,
  maxvalue double precision,
  calibratedon date,
  samplingseconds integer
);

create table iot.readings (
  sensorid bigint not null,
  readat timestamptz not null,
  readingvalue double precision,
  qualityflag smallint
) partition by range (readat);
create table iot.readings_202501 partition of iot.readings for values from ('2025-01-01') to ('2025-02-01');
create table iot.readings_202502 partition of iot.readings for values from ('2025-02-01') to ('2025-03-01');
create table iot.readings_202503 partition of iot.readings for values from ('2025-03-01') to ('2025-04-01');
create table iot.readings_202504 partition of iot.readings for values from ('2025-04-01') to ('2025-05-01');
create table iot.readings_202505 partition of iot.readings for values from ('2025-05-01') to ('2025-06-01');
create table iot.readings_202506 partition of iot.readings for values from ('2025-06-01') to ('2025-07-01');
create table iot.readings_202507 partition of iot.readings for values from ('2025-07-01') to ('2025-08-01');
create table iot.readings_202508 partition of iot.readings for values from ('2025-08-01') to ('2025-09-01');
create table iot.readings_202509 partition of iot.readings for values from ('2025-09-01') to ('2025-10-01');
create table iot.readings_202510 partition of iot.readings for values from ('2025-10-01') to ('2025-11-01');
create table iot.readings_202511 partition of iot.readings for values from ('2025-11-01') to ('2025-12-01');
create table iot.readings_202512 partition of iot.readings for values from ('2025-12-01') to ('2026-01-01');

create table iot.gps_positions (
  positionid bigint primary key,
  deviceid bigint not null references iot.devices,
  recordedat timestamptz not null,
  latitude double precision not null,
  longitude double precision not null,
  altitudem real,
  speedkmh real,
  headingdegrees smallint
);

create table iot.alerts (
  alertid bigint primary key,
  sensorid bigint references iot.sensors,
  alertruleid integer,
  severity text not null,
  triggeredat timestamptz not null,
  acknowledgedat timestamptz,
  acknowledgedby text,
  alertmessage text
);

create table iot.alert_rules (
  alertruleid integer primary key,
  sensorkind text,
  thresholdlow double precision,
  thresholdhigh double precision,
  holdseconds integer,
  notifyemail text,
  enabled boolean not null default true
);
alter table iot.alerts add foreign key (alertruleid) references iot.alert_rules;

create table iot.door_events (
  dooreventid bigint primary key,
  deviceid bigint references iot.devices,
  openedat timestamptz,
  closedat timestamptz
);

create table iot.firmware_updates (
  firmwareupdateid bigint primary key,
  deviceid bigint references iot.devices,
  fromversion text,
  toversion text,
  startedat timestamptz,
  finishedat timestamptz,
  succeeded boolean
);

create view hr.headcounts as
  select departmentid, count(*) as employeecount, avg(workinghoursperweek) as averagehours
  from hr.employees where leavingdate is null group by departmentid;

create view freight.late_deliveries as
  select s.orderid, s.tripid, s.plannedarrival, s.actualarrival, s.actualarrival - s.plannedarrival as delay
  from freight.stops s where s.actualarrival > s.plannedarrival;

create view fleet.vehicle_costs as
  select v.vehicleid, v.licenseplate,
         (select sum(totalcost) from fleet.fuel_purchases f where f.vehicleid = v.vehicleid) as fuelcost,
         (select sum(labourcost + partscost) from fleet.maintenance_jobs m where m.vehicleid = v.vehicleid) as maintenancecost
  from fleet.vehicles v;

create view iot.offline_devices as
  select deviceid, serialnumber, lastseenat, batterylevel from iot.devices where not isonline;
