import { LIMITS } from '@medvind/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import type { Form as FormOf } from '../../../lib/form.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { RadioGroup } from '../../../ui/choices.js';
import { Form } from '../../../ui/form.js';
import { Select } from '../../../ui/select.js';
import { TextArea } from '../../../ui/text-area.js';
import { TextField } from '../../../ui/text-field.js';
import { unitChoicesQuery } from '../api/choices.js';
import type { RecordValues } from '../record-values.js';
import { GoalPicker } from './goal-picker.js';
import { ParticipantRows } from './participant-rows.js';
import { PhaseRows } from './phase-rows.js';

interface RecordFormProps {
  form: FormOf<RecordValues>;
  submit: string;
  /** Between the fields and the button. */
  children?: ReactNode;
}

/** The whole record, in the order one thinks of it, each field with its help in plain words. */
export function RecordForm({ form, submit, children }: RecordFormProps) {
  const { t } = useTranslation('involvement-staff');
  const { slug, ladder } = useMunicipality();
  const { items: units } = useSuspenseQuery(unitChoicesQuery(slug)).data;
  const { field } = form;
  return (
    <div className="mv-record">
      <Form form={form} submit={submit}>
        <Part title={t('record.basic')}>
          <TextField {...field('title', t('record.titleLabel'))} hint={t('record.titleHint')} published />
          <RadioGroup
            {...field('kind', t('record.kind'))}
            options={[
              { value: 'citizen', label: t('record.kindCitizen') },
              { value: 'user', label: t('record.kindUser') },
            ]}
          />
          <TextField
            {...field('service', t('record.service'))}
            hint={t('record.serviceHint')}
            optional={form.values.kind !== 'user'}
            published
          />
          <TextArea
            {...field('purpose', t('record.purpose'))}
            hint={t('record.purposeHint')}
            max={4000}
            rows={3}
            published
          />
          <RadioGroup
            {...field('state', t('record.state'))}
            options={[
              { value: 'planned', label: t('record.statePlanned') },
              { value: 'open', label: t('record.stateOpen') },
            ]}
          />
        </Part>
        <Part title={t('record.influence')}>
          <TextArea
            {...field('question', t('record.question'))}
            hint={t('record.questionHint')}
            max={2000}
            rows={3}
            optional
            published
          />
          <TextArea
            {...field('fixedFrame', t('record.fixedFrame'))}
            hint={t('record.fixedFrameHint')}
            max={4000}
            rows={3}
            published
          />
          <RadioGroup
            {...field('level', t('record.level'))}
            hint={t('record.levelHint')}
            options={ladder.map(({ key, name, promise }) => ({ value: key, label: name, hint: promise }))}
          />
          <GoalPicker {...field('goals', t('record.goals'))} problem={faultOf(form, 'goalIds')} />
          <TextArea
            {...field('background', t('record.background'))}
            hint={t('record.backgroundHint')}
            max={LIMITS.text.max}
            optional
            published
          />
        </Part>
        <Part title={t('record.people')}>
          <TextArea
            {...field('targetGroups', t('record.targetGroups'))}
            hint={t('record.onePerLine')}
            rows={3}
            optional
            published
          />
          <TextArea
            {...field('outreach', t('record.outreach'))}
            hint={t('record.outreachHint')}
            max={4000}
            rows={3}
            optional
            published
          />
          <TextArea
            {...field('methods', t('record.methods'))}
            hint={t('record.methodsHint')}
            rows={3}
            optional
            published
          />
          <ParticipantRows form={form} />
        </Part>
        <Part title={t('record.time')}>
          <PhaseRows form={form} />
        </Part>
        <Part title={t('record.decisionPart')}>
          <TextField
            {...field('decides', t('record.decides'))}
            hint={t('record.decidesHint')}
            optional
            published
          />
          <TextField {...field('decidesOn', t('record.decidesOn'))} type="date" width="short" optional />
          <Select
            {...field('ownerUnitId', t('record.ownerUnit'))}
            placeholder={t('record.noUnit')}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
            optional
          />
          <TextField {...field('team', t('record.team'))} hint={t('record.teamHint')} optional />
          <TextField {...field('caseNumber', t('record.caseNumber'))} width="short" optional />
        </Part>
        <Part title={t('record.end')}>
          <TextArea
            {...field('decision', t('record.decision'))}
            hint={t('record.decisionHint')}
            max={LIMITS.text.max}
            optional
            published
          />
          <TextArea
            {...field('evaluation', t('record.evaluation'))}
            hint={t('record.evaluationHint')}
            max={LIMITS.text.max}
            optional
            published
          />
        </Part>
        {children}
      </Form>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mv-record-part">
      <h2 className="ds-heading" data-size="xs">
        {title}
      </h2>
      {children}
    </section>
  );
}

const faultOf = (form: FormOf<RecordValues>, name: string) =>
  form.problem?.fields.find(({ field }) => field === name);
