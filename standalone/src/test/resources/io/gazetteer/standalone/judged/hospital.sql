-- hospital: a hospital's information system. Quoted "PascalCase" tables, "camelCase" columns, some comments.

create schema patient;
create schema clinical;
create schema laboratory;
create schema pharmacy;
create schema billing;
create schema staff;

-- ---------------------------------------------------------------- staff

create table staff."Department" (
  "departmentId" integer primary key,
  "departmentName" text not null,
  "costCenter" varchar(10),
  "parentDepartmentId" integer references staff."Department",
  "floorNumber" smallint,
  "phoneExtension" varchar(8)
);

create table staff."Ward" (
  "wardId" integer primary key,
  "departmentId" integer not null references staff."Department",
  "wardName" text not null,
  "bedCapacity" smallint not null,
  "isIntensiveCare" boolean not null default false,
  "visitingHours" text
);

create table staff."Room" (
  "roomId" integer primary key,
  "wardId" integer not null references staff."Ward",
  "roomNumber" varchar(8) not null,
  "hasOxygenSupply" boolean not null default false,
  "isIsolationRoom" boolean not null default false
);

create table staff."Bed" (
  "bedId" integer primary key,
  "roomId" integer not null references staff."Room",
  "bedLabel" varchar(8) not null,
  "occupancyStatus" varchar(12) not null,
  "lastCleanedAt" timestamptz
);

create table staff."Employee" (
  "employeeId" integer primary key,
  "firstName" text not null,
  "lastName" text not null,
  "emailAddress" varchar(254) unique,
  "pagerNumber" varchar(12),
  "hireDate" date not null,
  "terminationDate" date,
  "departmentId" integer references staff."Department",
  "supervisorId" integer references staff."Employee",
  "jobTitle" text not null
);

create table staff."Physician" (
  "physicianId" integer primary key references staff."Employee",
  "medicalLicenseNumber" varchar(20) not null unique,
  "licenseExpiryDate" date not null,
  "specialty" text not null,
  "npiNumber" char(10) unique,
  "isAttending" boolean not null default false,
  "malpracticeInsurer" text
);
comment on column staff."Physician"."npiNumber" is 'National provider identifier';

create table staff."Nurse" (
  "nurseId" integer primary key references staff."Employee",
  "registrationNumber" varchar(20) not null unique,
  "qualificationLevel" varchar(12) not null,
  "wardId" integer references staff."Ward"
);

create table staff."ShiftSchedule" (
  "shiftId" bigint primary key,
  "employeeId" integer not null references staff."Employee",
  "wardId" integer references staff."Ward",
  "shiftStart" timestamptz not null,
  "shiftEnd" timestamptz not null,
  "isOnCall" boolean not null default false,
  "overtimeMinutes" smallint
);
comment on table staff."ShiftSchedule" is 'Roster: who works when';

-- ---------------------------------------------------------------- patient

create table patient."Patient" (
  "patientId" bigint primary key,
  "medicalRecordNumber" varchar(16) not null unique,
  "firstName" text not null,
  "middleName" text,
  "lastName" text not null,
  "maidenName" text,
  "birthDate" date not null,
  "deathDate" date,
  "administrativeSex" char(1) not null,
  "maritalStatus" varchar(12),
  "bloodType" char(2),
  "rhesusFactor" char(1),
  "socialSecurityNumber" varchar(16),
  "primaryLanguage" varchar(20),
  "religion" text,
  "organDonor" boolean,
  "primaryPhysicianId" integer references staff."Physician",
  "createdAt" timestamptz not null,
  "modifiedAt" timestamptz
);
comment on table patient."Patient" is 'Master index of everyone ever treated here';
comment on column patient."Patient"."medicalRecordNumber" is 'MRN, printed on the wristband';
comment on column patient."Patient"."socialSecurityNumber" is 'National identity; masked outside of billing';

create table patient."PatientAddress" (
  "patientAddressId" bigint primary key,
  "patientId" bigint not null references patient."Patient",
  "addressType" varchar(10) not null,
  "streetLine1" text not null,
  "streetLine2" text,
  "city" text not null,
  "stateCode" char(2),
  "zipCode" varchar(10),
  "validFrom" date,
  "validUntil" date
);

create table patient."PatientContact" (
  "patientContactId" bigint primary key,
  "patientId" bigint not null references patient."Patient",
  "homePhone" varchar(24),
  "workPhone" varchar(24),
  "cellPhone" varchar(24),
  "emailAddress" varchar(254),
  "preferredContactMethod" varchar(10)
);

create table patient."EmergencyContact" (
  "emergencyContactId" bigint primary key,
  "patientId" bigint not null references patient."Patient",
  "fullName" text not null,
  "relationship" text,
  "phoneNumber" varchar(24) not null,
  "hasPowerOfAttorney" boolean not null default false
);
comment on table patient."EmergencyContact" is 'Next of kin, to be called when something happens';

create table patient."Allergy" (
  "allergyId" bigint primary key,
  "patientId" bigint not null references patient."Patient",
  "allergenName" text not null,
  "reactionDescription" text,
  "severityLevel" varchar(10),
  "onsetDate" date,
  "verifiedBy" integer references staff."Physician"
);

create table patient."Immunization" (
  "immunizationId" bigint primary key,
  "patientId" bigint not null references patient."Patient",
  "vaccineCode" varchar(8) not null,
  "lotNumber" varchar(20),
  "doseNumber" smallint,
  "administeredOn" date not null,
  "administeredBy" integer references staff."Nurse"
);
comment on table patient."Immunization" is 'Vaccinations against flu, tetanus, covid and so on';
comment on column patient."Immunization"."vaccineCode" is 'CVX';

create table patient."FamilyHistory" (
  "familyHistoryId" bigint primary key,
  "patientId" bigint not null references patient."Patient",
  "relativeType" varchar(12) not null,
  "conditionName" text not null,
  "ageAtOnset" smallint,
  "isDeceased" boolean
);

create table patient."ConsentForm" (
  "consentFormId" bigint primary key,
  "patientId" bigint not null references patient."Patient",
  "consentType" varchar(20) not null,
  "signedAt" timestamptz,
  "witnessName" text,
  "revokedAt" timestamptz,
  "scannedDocument" bytea
);

create table patient."AdvanceDirective" (
  "advanceDirectiveId" bigint primary key,
  "patientId" bigint not null references patient."Patient",
  "doNotResuscitate" boolean not null,
  "effectiveDate" date not null,
  "documentLocation" text
);
comment on table patient."AdvanceDirective" is 'Living will';

-- ---------------------------------------------------------------- clinical

create table clinical."Appointment" (
  "appointmentId" bigint primary key,
  "patientId" bigint not null references patient."Patient",
  "physicianId" integer not null references staff."Physician",
  "scheduledStart" timestamptz not null,
  "scheduledEnd" timestamptz not null,
  "appointmentStatus" varchar(12) not null,
  "visitReason" text,
  "checkInTime" timestamptz,
  "noShow" boolean not null default false,
  "reminderSentAt" timestamptz
);

create table clinical."PatientVisit" (
  "visitId" bigint primary key,
  "patientId" bigint not null references patient."Patient",
  "appointmentId" bigint references clinical."Appointment",
  "visitType" varchar(12) not null,
  "admissionDate" timestamptz not null,
  "dischargeDate" timestamptz,
  "attendingPhysicianId" integer references staff."Physician",
  "wardId" integer references staff."Ward",
  "bedId" integer references staff."Bed",
  "admissionSource" varchar(20),
  "dischargeDisposition" varchar(20),
  "chiefComplaint" text,
  "lengthOfStayDays" smallint,
  "isReadmission" boolean not null default false
);
comment on table clinical."PatientVisit" is 'Encounters, both overnight stays and outpatient';
comment on column clinical."PatientVisit"."dischargeDisposition" is 'Where the patient went: home, nursing home, morgue';
comment on column clinical."PatientVisit"."isReadmission" is 'Came back within thirty days';

create table clinical."TriageAssessment" (
  "triageId" bigint primary key,
  "visitId" bigint not null references clinical."PatientVisit",
  "triageCategory" smallint not null,
  "painScore" smallint,
  "arrivalMode" varchar(12),
  "assessedAt" timestamptz not null,
  "assessedBy" integer references staff."Nurse"
);
comment on column clinical."TriageAssessment"."triageCategory" is 'Manchester scale, 1 red to 5 blue';
comment on column clinical."TriageAssessment"."arrivalMode" is 'ambulance, helicopter, walk-in';

create table clinical."VitalSigns" (
  "vitalSignsId" bigint primary key,
  "visitId" bigint not null references clinical."PatientVisit",
  "measuredAt" timestamptz not null,
  "bodyTemperature" numeric(4,1),
  "heartRate" smallint,
  "respiratoryRate" smallint,
  "bloodPressureSystolic" smallint,
  "bloodPressureDiastolic" smallint,
  "oxygenSaturation" smallint,
  "bodyHeightCm" numeric(5,1),
  "bodyWeightKg" numeric(5,1),
  "recordedBy" integer references staff."Nurse"
);
comment on column clinical."VitalSigns"."bodyTemperature" is 'Degrees Celsius, fever from 38';
comment on column clinical."VitalSigns"."heartRate" is 'Pulse, beats a minute';
comment on column clinical."VitalSigns"."oxygenSaturation" is 'SpO2 by finger clip, per cent';

create table clinical."Diagnosis" (
  "diagnosisId" bigint primary key,
  "visitId" bigint not null references clinical."PatientVisit",
  "icdCode" varchar(8) not null,
  "diagnosisDescription" text,
  "diagnosisType" varchar(12) not null,
  "isPrimaryDiagnosis" boolean not null default false,
  "diagnosedAt" timestamptz,
  "diagnosedBy" integer references staff."Physician",
  "presentOnAdmission" boolean
);
comment on column clinical."Diagnosis"."icdCode" is 'International classification of diseases, tenth revision';

create table clinical."Procedure" (
  "procedureId" bigint primary key,
  "visitId" bigint not null references clinical."PatientVisit",
  "cptCode" varchar(8) not null,
  "procedureName" text not null,
  "performedAt" timestamptz,
  "performedBy" integer references staff."Physician",
  "anesthesiaType" varchar(12),
  "durationMinutes" smallint,
  "complicationNotes" text
);

create table clinical."SurgeryBooking" (
  "surgeryBookingId" bigint primary key,
  "procedureId" bigint references clinical."Procedure",
  "operatingRoom" varchar(8) not null,
  "leadSurgeonId" integer not null references staff."Physician",
  "anesthetistId" integer references staff."Physician",
  "plannedStart" timestamptz not null,
  "incisionTime" timestamptz,
  "closureTime" timestamptz,
  "bloodUnitsReserved" smallint,
  "cancellationReason" text
);

create table clinical."ClinicalNote" (
  "noteId" bigint primary key,
  "visitId" bigint not null references clinical."PatientVisit",
  "authorId" integer references staff."Employee",
  "noteType" varchar(12) not null,
  "noteText" text not null,
  "dictatedAt" timestamptz,
  "cosignedBy" integer references staff."Physician"
);
comment on column clinical."ClinicalNote"."noteText" is 'Free text, may name third persons';

create table clinical."CarePlan" (
  "carePlanId" bigint primary key,
  "visitId" bigint not null references clinical."PatientVisit",
  "goalDescription" text not null,
  "startDate" date not null,
  "targetDate" date,
  "planStatus" varchar(12) not null
);

create table clinical."Referral" (
  "referralId" bigint primary key,
  "patientId" bigint not null references patient."Patient",
  "referringPhysicianId" integer references staff."Physician",
  "referredToSpecialty" text,
  "urgencyLevel" varchar(10),
  "referralDate" date not null,
  "acceptedAt" timestamptz
);

create table clinical."ImagingStudy" (
  "imagingStudyId" bigint primary key,
  "visitId" bigint not null references clinical."PatientVisit",
  "accessionNumber" varchar(20) not null unique,
  "modality" char(2) not null,
  "bodyRegion" text,
  "studyDate" timestamptz not null,
  "radiologistId" integer references staff."Physician",
  "findingsText" text,
  "radiationDoseMgy" numeric(8,2),
  "contrastAgentUsed" boolean
);
comment on table clinical."ImagingStudy" is 'X-rays, CT, MRI and ultrasound';
comment on column clinical."ImagingStudy"."modality" is 'DICOM code, e.g. CT, MR, US';

create table clinical."IncidentReport" (
  "incidentId" bigint primary key,
  "visitId" bigint references clinical."PatientVisit",
  "incidentType" varchar(20) not null,
  "harmLevel" varchar(10),
  "occurredAt" timestamptz not null,
  "reportedBy" integer references staff."Employee",
  "rootCause" text
);
comment on table clinical."IncidentReport" is 'Falls, wrong medication, near misses';

create table clinical."BedTransfer" (
  "transferId" bigint primary key,
  "visitId" bigint not null references clinical."PatientVisit",
  "fromBedId" integer references staff."Bed",
  "toBedId" integer references staff."Bed",
  "transferredAt" timestamptz not null,
  "transferReason" text
);

-- ---------------------------------------------------------------- laboratory

create table laboratory."LabTestCatalog" (
  "testCode" varchar(10) primary key,
  "testName" text not null,
  "loincCode" varchar(10),
  "specimenType" varchar(12) not null,
  "turnaroundHours" smallint,
  "referenceRangeLow" numeric(12,4),
  "referenceRangeHigh" numeric(12,4),
  "unitOfMeasure" varchar(12)
);
comment on column laboratory."LabTestCatalog"."turnaroundHours" is 'Promised time until the answer is there';

create table laboratory."LabOrder" (
  "labOrderId" bigint primary key,
  "visitId" bigint not null references clinical."PatientVisit",
  "orderedBy" integer references staff."Physician",
  "orderedAt" timestamptz not null,
  "orderPriority" varchar(8) not null,
  "clinicalIndication" text,
  "orderStatus" varchar(12) not null
);
comment on column laboratory."LabOrder"."orderPriority" is 'routine or STAT';

create table laboratory."Specimen" (
  "specimenId" bigint primary key,
  "labOrderId" bigint not null references laboratory."LabOrder",
  "specimenBarcode" varchar(20) not null unique,
  "collectedAt" timestamptz,
  "collectedBy" integer references staff."Nurse",
  "receivedInLabAt" timestamptz,
  "rejectionReason" text
);
comment on table laboratory."Specimen" is 'Blood tubes, urine cups, swabs';

create table laboratory."LabResult" (
  "labResultId" bigint primary key,
  "labOrderId" bigint not null references laboratory."LabOrder",
  "testCode" varchar(10) not null references laboratory."LabTestCatalog",
  "resultValue" text,
  "resultNumeric" numeric(14,4),
  "abnormalFlag" char(2),
  "resultedAt" timestamptz,
  "verifiedBy" integer references staff."Employee",
  "isCritical" boolean not null default false
);
comment on column laboratory."LabResult"."isCritical" is 'Panic value: phone the ward at once';

create table laboratory."MicrobiologyCulture" (
  "cultureId" bigint primary key,
  "specimenId" bigint not null references laboratory."Specimen",
  "organismName" text,
  "antibioticSensitivity" jsonb,
  "colonyCount" integer,
  "reportedAt" timestamptz
);
comment on column laboratory."MicrobiologyCulture"."organismName" is 'Bacteria or fungus that grew';

create table laboratory."BloodBankUnit" (
  "bloodUnitId" bigint primary key,
  "donationNumber" varchar(20) not null unique,
  "bloodGroup" char(3) not null,
  "componentType" varchar(12) not null,
  "collectedOn" date,
  "expiryDate" date not null,
  "reservedForPatientId" bigint references patient."Patient"
);
comment on column laboratory."BloodBankUnit"."componentType" is 'red cells, plasma, platelets';

-- ---------------------------------------------------------------- pharmacy

create table pharmacy."Medication" (
  "medicationId" integer primary key,
  "brandName" text not null,
  "genericName" text not null,
  "atcCode" varchar(8),
  "dosageForm" varchar(20),
  "strengthText" varchar(40),
  "isControlledSubstance" boolean not null default false,
  "requiresRefrigeration" boolean not null default false,
  "manufacturerName" text
);
comment on table pharmacy."Medication" is 'Formulary: drugs the house keeps or can order';
comment on column pharmacy."Medication"."isControlledSubstance" is 'Narcotics, locked away and counted';

create table pharmacy."Prescription" (
  "prescriptionId" bigint primary key,
  "visitId" bigint not null references clinical."PatientVisit",
  "medicationId" integer not null references pharmacy."Medication",
  "prescriberId" integer references staff."Physician",
  "doseAmount" numeric(10,3) not null,
  "doseUnit" varchar(10) not null,
  "administrationRoute" varchar(12),
  "frequencyCode" varchar(10),
  "startDate" date not null,
  "endDate" date,
  "refillsAllowed" smallint,
  "substitutionAllowed" boolean,
  "specialInstructions" text
);
comment on column pharmacy."Prescription"."administrationRoute" is 'oral, intravenous, subcutaneous';
comment on column pharmacy."Prescription"."frequencyCode" is 'BID, TID, PRN: how often it is taken';

create table pharmacy."MedicationAdministration" (
  "administrationId" bigint primary key,
  "prescriptionId" bigint not null references pharmacy."Prescription",
  "scheduledFor" timestamptz not null,
  "administeredAt" timestamptz,
  "administeredBy" integer references staff."Nurse",
  "givenDose" numeric(10,3),
  "wasRefused" boolean not null default false,
  "injectionSite" text
);
comment on table pharmacy."MedicationAdministration" is 'MAR: what was really given at the bedside';

create table pharmacy."DrugInteraction" (
  "firstMedicationId" integer not null references pharmacy."Medication",
  "secondMedicationId" integer not null references pharmacy."Medication",
  "interactionSeverity" varchar(10) not null,
  "clinicalEffect" text,
  primary key ("firstMedicationId", "secondMedicationId")
);

create table pharmacy."DispensingRecord" (
  "dispensingId" bigint primary key,
  "prescriptionId" bigint not null references pharmacy."Prescription",
  "quantityDispensed" numeric(10,2) not null,
  "batchNumber" varchar(20),
  "dispensedAt" timestamptz not null,
  "pharmacistId" integer references staff."Employee"
);

create table pharmacy."PharmacyStock" (
  "medicationId" integer not null references pharmacy."Medication",
  "storageLocation" varchar(20) not null,
  "quantityOnHand" integer not null,
  "reorderLevel" integer,
  "nearestExpiry" date,
  primary key ("medicationId", "storageLocation")
);

-- ---------------------------------------------------------------- billing

create table billing."InsurancePayer" (
  "payerId" integer primary key,
  "payerName" text not null,
  "payerType" varchar(12) not null,
  "claimsAddress" text,
  "electronicPayerCode" varchar(10)
);
comment on table billing."InsurancePayer" is 'Sickness funds and private insurers';

create table billing."InsuranceCoverage" (
  "coverageId" bigint primary key,
  "patientId" bigint not null references patient."Patient",
  "payerId" integer not null references billing."InsurancePayer",
  "memberNumber" varchar(24) not null,
  "groupNumber" varchar(24),
  "effectiveDate" date not null,
  "expirationDate" date,
  "copayAmount" numeric(8,2),
  "deductibleAmount" numeric(10,2),
  "isPrimary" boolean not null default true
);
comment on column billing."InsuranceCoverage"."copayAmount" is 'What the patient pays out of pocket for each visit';

create table billing."BillingAccount" (
  "accountId" bigint primary key,
  "patientId" bigint not null references patient."Patient",
  "accountStatus" varchar(12) not null,
  "balanceDue" numeric(12,2) not null,
  "lastStatementDate" date,
  "inCollections" boolean not null default false,
  "guarantorName" text
);
comment on column billing."BillingAccount"."guarantorName" is 'Who is liable if the patient cannot pay, such as a parent';

create table billing."ChargeItem" (
  "chargeItemId" bigint primary key,
  "accountId" bigint not null references billing."BillingAccount",
  "visitId" bigint references clinical."PatientVisit",
  "chargeCode" varchar(12) not null,
  "chargeDescription" text,
  "serviceDate" date not null,
  "unitCount" smallint not null,
  "chargeAmount" numeric(12,2) not null,
  "postedAt" timestamptz
);

create table billing."InsuranceClaim" (
  "claimId" bigint primary key,
  "visitId" bigint not null references clinical."PatientVisit",
  "coverageId" bigint not null references billing."InsuranceCoverage",
  "claimNumber" varchar(24) not null unique,
  "drgCode" varchar(6),
  "submittedAt" timestamptz,
  "billedAmount" numeric(12,2) not null,
  "allowedAmount" numeric(12,2),
  "paidAmount" numeric(12,2),
  "denialReason" text,
  "claimStatus" varchar(12) not null,
  "adjudicatedAt" timestamptz
);
comment on column billing."InsuranceClaim"."drgCode" is 'Diagnosis related group, sets the flat fee';

create table billing."PatientPayment" (
  "paymentId" bigint primary key,
  "accountId" bigint not null references billing."BillingAccount",
  "paymentDate" date not null,
  "paymentAmount" numeric(12,2) not null,
  "paymentMethod" varchar(10) not null,
  "receiptNumber" varchar(20) unique
);

create table billing."PriorAuthorization" (
  "authorizationId" bigint primary key,
  "coverageId" bigint not null references billing."InsuranceCoverage",
  "authorizationNumber" varchar(24) unique,
  "requestedService" text not null,
  "approvedUnits" smallint,
  "decisionDate" date,
  "expiresOn" date
);
comment on table billing."PriorAuthorization" is 'Approval by the insurer before an expensive treatment';

-- ---------------------------------------------------------------- views

create view clinical."CurrentInpatients" as
  select v."visitId", p."patientId", p."lastName", p."firstName", v."admissionDate", w."wardName", b."bedLabel"
  from clinical."PatientVisit" v join patient."Patient" p using ("patientId")
  left join staff."Ward" w on w."wardId" = v."wardId" left join staff."Bed" b on b."bedId" = v."bedId"
  where v."dischargeDate" is null;
comment on view clinical."CurrentInpatients" is 'Census: everyone lying in a bed now';

create view laboratory."PendingLabOrders" as
  select o."labOrderId", o."visitId", o."orderedAt", o."orderPriority", s."specimenBarcode"
  from laboratory."LabOrder" o left join laboratory."Specimen" s using ("labOrderId") where o."orderStatus" = 'open';

create view billing."OutstandingBalances" as
  select a."accountId", p."lastName", a."balanceDue", a."lastStatementDate", current_date - a."lastStatementDate" as "daysOverdue"
  from billing."BillingAccount" a join patient."Patient" p using ("patientId") where a."balanceDue" > 0;

create view staff."ExpiringLicenses" as
  select e."lastName", e."emailAddress", d."licenseExpiryDate"
  from staff."Physician" d join staff."Employee" e on e."employeeId" = d."physicianId"
  where d."licenseExpiryDate" < current_date + 90;
