/**
 * The words of the official register of schools in North Rhine-Westphalia, as IT.NRW publishes it:
 * the headings of the columns that are read, found by name and in any order, and what stands in them.
 */
export const registerColumns = {
  type: 'Schulform',
  id: 'Schulnummer',
  name: 'Amtliche Bezeichnung 1',
  nameSecond: 'Amtliche Bezeichnung 2',
  nameThird: 'Amtliche Bezeichnung 3',
  street: 'Straße und Hausnummer',
  postcode: 'Postleitzahl',
  town: 'Ort',
  legalStatus: 'Rechtsstatus',
} as const;

export const legalStatuses = { public: 'Öffentlich', private: 'Privat' } as const;

/** The regional associations (Westphalia, Rhineland) run schools of their own and put their name into the school's. */
export const regionalAssociation = /(?<![\p{L}\p{N}])(LWL|LVR)(?![\p{L}\p{N}])/u;

/** A part of the name that only repeats the stage, such as "- Primarstufe -", says nothing new. */
export const stageOnly = /^(Primarstufe|Sekundarstufen?)\b/u;
