import type { Schema } from '@medvind/api-client';

/** The form's fields by the names the API gives their faults. */
export interface SettingsValues {
  'contact.unit': string;
  'contact.address': string;
  'contact.phone': string;
  'contact.email': string;
  visionTitle: string;
  visionText: string;
  accessibilityStatementUrl: string;
  commentEditMinutes: string;
  conductText: string;
  /** One on each line. */
  hosts: string;
}

export const valuesOf = (settings: Schema<'SettingsView'>): SettingsValues => ({
  'contact.unit': settings.contact.unit,
  'contact.address': settings.contact.address,
  'contact.phone': settings.contact.phone,
  'contact.email': settings.contact.email,
  visionTitle: settings.visionTitle,
  visionText: settings.visionText,
  accessibilityStatementUrl: settings.accessibilityStatementUrl ?? '',
  commentEditMinutes: String(settings.commentEditMinutes),
  conductText: settings.conductText,
  hosts: settings.hosts.join('\n'),
});

export const settingsOf = (values: SettingsValues): Schema<'SettingsInput'> => ({
  contact: {
    unit: values['contact.unit'],
    address: values['contact.address'],
    phone: values['contact.phone'],
    email: values['contact.email'],
  },
  visionTitle: values.visionTitle,
  visionText: values.visionText,
  accessibilityStatementUrl: values.accessibilityStatementUrl.trim() || null,
  // An empty field is no number, and must not become 0.
  commentEditMinutes: Number(values.commentEditMinutes.trim() || Number.NaN),
  conductText: values.conductText,
  hosts: values.hosts.split(/[\s,;]+/).filter(Boolean),
});
