import { describe, expect, it } from '@jest/globals';
import { settingsOf, valuesOf } from './settings-values.js';

const settings = {
  contact: { unit: '', address: 'Torvet 1', phone: '12 34 56 78', email: 'post@by.example' },
  visionTitle: '',
  visionText: '',
  accessibilityStatementUrl: null,
  commentEditMinutes: 15,
  conductText: '',
  hosts: ['a.example', 'b.example'],
};

describe('the values of the settings form', () => {
  it('are the settings again', () => {
    expect(settingsOf(valuesOf(settings))).toEqual(settings);
  });

  it('take hosts however they are separated', () => {
    const values = { ...valuesOf(settings), hosts: ' a.example,\n\n b.example ' };
    expect(settingsOf(values).hosts).toEqual(['a.example', 'b.example']);
  });

  it('do not take an emptied number for zero', () => {
    const values = { ...valuesOf(settings), commentEditMinutes: ' ' };
    expect(settingsOf(values).commentEditMinutes).toBeNaN();
  });
});
