import { LANGUAGES, type Language } from '@medvind/contracts';
import { Email, Flag, Id, Link, OneOf, OptionalText, Part, Text, Whole } from '../platform/http/fields.js';
import type { RequestContext } from '../platform/http/context.js';
import { ladderIn } from './ladder.rules.js';
import { can } from './municipalities.access.js';
import type { Municipality } from './municipality.entity.js';
import { UNIT_KINDS, type OrganisationUnit, type UnitKind } from './organisation-unit.entity.js';

export class MunicipalitySummary {
  @Text() slug: string;
  @Text() name: string;
  @OneOf(['da', 'sv'], 'MunicipalityLanguage') language: 'da' | 'sv';
  @Text() theme: string;
}

export class MunicipalityList {
  @Part(() => MunicipalitySummary, { array: true }) items: MunicipalitySummary[];
  /** The municipality this host name leads to. */
  @Text({ nullable: true }) byHost: string | null;
}

export class LadderStepView {
  @Text() key: string;
  @Text() name: string;
  @Text() promise: string;
  /** The language it is written in. */
  @OneOf(LANGUAGES, 'Language', { nullable: true }) language: Language | null;
}

export class ContactView {
  @Text() unit: string;
  @Text() address: string;
  @Text() phone: string;
  @Text() email: string;
}

export class MunicipalityAbilities {
  @Flag() moderate: boolean;
  @Flag() staff: boolean;
  @Flag() administer: boolean;
  @Flag() participate: boolean;
}

export class MunicipalityView extends MunicipalitySummary {
  @Id() id: string;
  @Part(() => LadderStepView, { array: true }) ladder: LadderStepView[];
  @Part(() => ContactView) contact: ContactView;
  /** Minutes. */
  @Whole() commentEditMinutes: number;
  @Link({ nullable: true }) accessibilityStatementUrl: string | null;
  @Text() visionTitle: string;
  @Text() visionText: string;
  /** What the municipality adds to the rules for everyone. */
  @Text() conductText: string;
  @Whole() conductVersion: number;
  @Part(() => MunicipalityAbilities) can: MunicipalityAbilities;
}

export class UnitView {
  @Id() id: string;
  @Text() name: string;
  @OneOf(UNIT_KINDS, 'UnitKind') kind: UnitKind;
}

export class UnitList {
  @Part(() => UnitView, { array: true }) items: UnitView[];
}

export class UnitInput {
  @Text({ max: 140 }) name: string;
  @OneOf(UNIT_KINDS, 'UnitKind') kind: UnitKind;
}

/** What those responsible must tell everyone: where to write, call and come. */
export class ContactInput {
  @OptionalText({ max: 140 }) unit?: string;
  @Text({ max: 300 }) address: string;
  @Text({ max: 40 }) phone: string;
  @Email() email: string;
}

export class SettingsInput {
  @Part(() => ContactInput) contact: ContactInput;
  @Text({ min: 0, max: 200 }) visionTitle: string;
  @Text({ min: 0, max: 2000 }) visionText: string;
  @Link({ nullable: true }) accessibilityStatementUrl: string | null;
  /** Minutes. */
  @Whole({ min: 0, max: 1440 }) commentEditMinutes: number;
  /** A change asks everyone to accept the rules anew before they write again. */
  @Text({ min: 0, max: 4000 }) conductText: string;
  /** Host names that lead straight to the municipality, "medvind.helsingor.dk". */
  @Text({ array: true }) hosts: string[];
}

export class SettingsView {
  @Part(() => ContactView) contact: ContactView;
  @Text() visionTitle: string;
  @Text() visionText: string;
  @Link({ nullable: true }) accessibilityStatementUrl: string | null;
  @Whole() commentEditMinutes: number;
  @Text() conductText: string;
  @Text({ array: true }) hosts: string[];
}

export const mapSummary = ({ slug, name, language, theme }: Municipality): MunicipalitySummary => ({
  slug,
  name,
  language,
  theme,
});

export const mapMunicipality = (ctx: RequestContext, municipality: Municipality): MunicipalityView => ({
  ...mapSummary(municipality),
  id: municipality.id,
  ladder: ladderIn(ctx.language, municipality),
  contact: municipality.contact,
  commentEditMinutes: municipality.commentEditMinutes,
  accessibilityStatementUrl: municipality.accessibilityStatementUrl,
  visionTitle: municipality.visionTitle,
  visionText: municipality.visionText,
  conductText: municipality.conductText,
  conductVersion: municipality.conductVersion,
  can: {
    moderate: can.moderate(ctx),
    staff: can.workAsStaff(ctx),
    administer: can.administer(ctx),
    participate: can.participate(ctx),
  },
});

export const mapUnit = ({ id, name, kind }: OrganisationUnit): UnitView => ({ id, name, kind });

export const mapSettings = (municipality: Municipality, hosts: string[]): SettingsView => ({
  contact: municipality.contact,
  visionTitle: municipality.visionTitle,
  visionText: municipality.visionText,
  accessibilityStatementUrl: municipality.accessibilityStatementUrl,
  commentEditMinutes: municipality.commentEditMinutes,
  conductText: municipality.conductText,
  hosts,
});
