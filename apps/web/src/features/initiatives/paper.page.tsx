import type { Schema } from '@medvind/api-client';
import { useMutation, useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useTranslation } from '../../i18n/use-translation.js';
import { useForm } from '../../lib/form.js';
import { missing } from '../../lib/form-store.js';
import { useFormat } from '../../lib/format.js';
import { useMunicipality, usePath } from '../../lib/municipality.js';
import { namedFields } from '../../lib/named-fields.js';
import type { LoadContext } from '../../lib/page.js';
import { useAction } from '../../ui/action.js';
import { Alert } from '../../ui/alert.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Form } from '../../ui/form.js';
import { Heading } from '../../ui/heading.js';
import { Page } from '../../ui/page.js';
import { ShowMore } from '../../ui/show-more.js';
import { Table } from '../../ui/table.js';
import { TextArea } from '../../ui/text-area.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import { initiativeQuery } from './api/initiative.js';
import { bornFault } from './paper-lines.js';
import { keyInMutation, paperSupportersQuery, withdrawPaperMutation } from './api/paper-supporters.js';

export const load = ({ params: { municipality = '', initiativeId = '' }, get, getPages }: LoadContext) =>
  Promise.all([
    get(initiativeQuery(municipality, initiativeId)),
    getPages(paperSupportersQuery(municipality, initiativeId)),
  ]);

/** Where staff key in who supports an initiative with pen and ink. */
export default function PaperPage() {
  const { t } = useTranslation('paper');
  const { initiativeId = '' } = useParams();
  const { slug } = useMunicipality();
  const path = usePath();
  const { number } = useFormat();
  const initiative = useSuspenseQuery(initiativeQuery(slug, initiativeId)).data;
  const { date } = useFormat();
  const { title, reference, supportCount, paperCount, daysLeft, deadline, keyInUntil } = initiative;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      breadcrumbs={[
        {
          label: `${reference} ${title ?? ''}`,
          to: path('initiatives', initiativeId),
          lang: initiative.language,
        },
      ]}
      hidden
    >
      <p>
        <strong>{t('count', { count: supportCount, paper: number(paperCount) })}</strong>
      </p>
      {keyInUntil === null ? (
        <Alert>{t('closed')}</Alert>
      ) : (
        <>
          {daysLeft === null && (
            <Alert>
              {t('late', { last: date(lastMoment(deadline ?? '')), date: date(lastMoment(keyInUntil)) })}
            </Alert>
          )}
          <KeyIn
            initiativeId={initiativeId}
            late={daysLeft === null}
            minAge={initiative.scheme?.supporter.minAge ?? null}
          />
        </>
      )}
      <Keyed initiativeId={initiativeId} />
    </Page>
  );
}

/** A deadline is the end of a day: a moment before it is still that day. */
const lastMoment = (deadline: string): number => new Date(deadline).getTime() - 1;

/** As many lines as a printed sheet has. */
const LINES = 12;
type Line = { name: string; bornOn: string };
const EMPTY: Line[] = Array.from({ length: LINES }, () => ({ name: '', bornOn: '' }));

/** What is typed of a sheet, and where of a line half is missing. */
const linesOf = (lines: Line[]) =>
  lines.flatMap(({ name, bornOn }, index) =>
    name.trim() || bornOn ? [{ line: index + 1, name: name.trim(), bornOn }] : [],
  );

const sheetOf = (
  sheet: string,
  signedOn: string,
  lines: Schema<'PaperLineInput'>[],
): Schema<'PaperSheetInput'> => ({ sheet: sheet.trim(), signedOn: signedOn || null, lines });

const bornFaults = (bornOn: string, minAge: number | null) => {
  // On the calendar of whoever keys it in.
  const fault = bornOn && bornFault(bornOn, minAge, new Date().toLocaleDateString('sv'));
  return fault ? [fault] : [];
};

type Skipped = Schema<'SkippedLine'> & { again: Schema<'PaperSheetInput'> };

interface AnotherProps {
  initiativeId: string;
  name: string;
  fault: Schema<'PaperFault'>;
  /** The line once more, as another person’s. */
  again: Schema<'PaperSheetInput'>;
  onDone: () => void;
}

/** Of whom it is not known when they were born. */
const BY_NAME_ALONE: ReadonlySet<Schema<'PaperFault'>> = new Set(['name-online', 'name-proposer']);

/** Two people can have one name and one day of birth; staff who found that out say so, by name. */
function Another({ initiativeId, name, fault, again, onDone }: AnotherProps) {
  const { t } = useTranslation('paper');
  const { slug } = useMunicipality();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const { mutateAsync } = useMutation(keyInMutation(slug, initiativeId));
  const confirm = useAction(async () => {
    const { added } = await mutateAsync(again);
    setAsking(false);
    toast(t('added', { count: added }));
    onDone();
  });
  return (
    <>
      <Button
        variant="tertiary"
        size="sm"
        aria-label={t('anotherOf', { name })}
        onClick={() => setAsking(true)}
      >
        {t('another')}
      </Button>
      {asking && (
        <Dialog title={t('anotherTitle')} onClose={() => setAsking(false)}>
          <p>{t(BY_NAME_ALONE.has(fault) ? 'anotherText' : 'anotherTextBorn', { name })}</p>
          <div className="mv-actions">
            <Button busy={confirm.busy} onClick={confirm.act}>
              {t('anotherSubmit', { name })}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

interface KeyInProps {
  initiativeId: string;
  late: boolean;
  minAge: number | null;
}

function KeyIn({ initiativeId, late, minAge }: KeyInProps) {
  const { t } = useTranslation('paper');
  const { slug } = useMunicipality();
  const toast = useToast();
  const [skipped, setSkipped] = useState<Skipped[]>([]);
  const { mutateAsync } = useMutation(keyInMutation(slug, initiativeId));
  const form = useForm({
    draft: `paper:${initiativeId}`,
    initial: { sheet: '', signedOn: '', lines: EMPTY },
    check: ({ sheet, signedOn, lines }) => [
      ...missing({ sheet, signedOn: signedOn || !late ? '-' : '' }, 'sheet', 'signedOn'),
      ...(linesOf(lines).length === 0 ? [{ field: 'name-0', code: 'required' as const }] : []),
      ...lines.flatMap(({ name, bornOn }, index) => [
        ...(bornOn && !name.trim() ? [{ field: `name-${index}`, code: 'required' as const }] : []),
        ...(name.trim() && !bornOn ? [{ field: `bornOn-${index}`, code: 'required' as const }] : []),
        ...bornFaults(bornOn, minAge).map((fault) => ({ field: `bornOn-${index}`, ...fault })),
      ]),
    ],
    submit: ({ sheet, signedOn, lines }) => mutateAsync(sheetOf(sheet, signedOn, linesOf(lines))),
    done: ({ added, skipped: left }, { sheet, signedOn, lines }) => {
      // What of it is looked into again is sent again.
      setSkipped(
        left.map((one) => ({
          ...one,
          again: sheetOf(sheet, signedOn, [
            { line: one.line, name: one.name, bornOn: lines[one.line - 1]?.bornOn ?? '', another: true },
          ]),
        })),
      );
      toast(t('added', { count: added }));
    },
  });
  const set = (index: number, change: Partial<Line>) =>
    form.set(
      'lines',
      form.values.lines.map((line, at) => (at === index ? { ...line, ...change } : line)),
    );
  const problemOf = (field: string) => form.problem?.fields.find((fault) => fault.field === field);
  const labelOf = (field: string): string => {
    const [what, at] = field.split('-');
    if (at === undefined) return t(what === 'signedOn' ? 'signedOn' : 'sheet');
    return `${t(what === 'name' ? 'name' : 'bornOn')} ${Number(at) + 1}`;
  };
  return (
    <section className="mv-panel" aria-labelledby="key-in">
      <Heading level={2} size="xs" id="key-in">
        {t('keyIn')}
      </Heading>
      {skipped.length > 0 && (
        <Alert tone="warning" title={t('skipped', { count: skipped.length })} live>
          <ul className="ds-list">
            {skipped.map(({ line, name, fault, confirmable, again }) => (
              <li key={line}>
                {t('line', { line })}: {name} – {t(`fault.${fault}`)}{' '}
                {confirmable && (
                  <Another
                    initiativeId={initiativeId}
                    name={name}
                    fault={fault}
                    again={again}
                    onDone={() => setSkipped(skipped.filter((one) => one.line !== line))}
                  />
                )}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <Form
        form={{
          ...form,
          faults: form.faults.map((fault) => ({ ...fault, label: labelOf(fault.field), name: fault.field })),
        }}
        submit={t('submit')}
      >
        <TextField
          {...form.field('sheet', t('sheet'))}
          hint={t('sheetHint')}
          width="short"
          autoComplete="off"
        />
        <TextField
          {...form.field('signedOn', t('signedOn'))}
          hint={t('signedOnHint')}
          type="date"
          width="short"
          autoComplete="off"
          optional={!late}
        />
        <ol className="mv-paper-lines">
          {form.values.lines.map(({ name, bornOn }, index) => (
            <li key={index}>
              <TextField
                name={`name-${index}`}
                label={`${t('name')} ${index + 1}`}
                value={name}
                problem={problemOf(`name-${index}`)}
                onChange={(value) => set(index, { name: value })}
                autoComplete="off"
                optional
              />
              <TextField
                name={`bornOn-${index}`}
                label={`${t('bornOn')} ${index + 1}`}
                type="date"
                value={bornOn}
                problem={problemOf(`bornOn-${index}`)}
                onChange={(value) => set(index, { bornOn: value })}
                autoComplete="off"
                optional
              />
            </li>
          ))}
        </ol>
        <p className="mv-note">{t('privacy')}</p>
      </Form>
    </section>
  );
}

function Keyed({ initiativeId }: { initiativeId: string }) {
  const { t } = useTranslation('paper');
  const { slug } = useMunicipality();
  const { date } = useFormat();
  const { data, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(
    paperSupportersQuery(slug, initiativeId),
  );
  const rows = data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <EmptyState title={t('none')}>{t('noneText')}</EmptyState>;
  return (
    <section className="mv-section" aria-label={t('list')}>
      <Table
        caption={t('list')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            head: t('name'),
            cell: ({ name, another, alsoOnline }) => (
              <>
                {another ? `${name} (${t('isAnother')})` : name}
                {alsoOnline && <p className="mv-note">{t('alsoOnline')}</p>}
              </>
            ),
          },
          {
            key: 'sheet',
            head: t('sheet'),
            cell: ({ sheet, line, signedOn }) =>
              [sheet, t('line', { line }), signedOn && t('signed', { date: date(signedOn) })]
                .filter(Boolean)
                .join(', '),
          },
          {
            key: 'keyed',
            head: t('keyed'),
            cell: ({ keyedBy, keyedAt }) => [date(keyedAt), keyedBy].filter(Boolean).join(', '),
          },
          {
            key: 'counts',
            head: t('counts'),
            cell: ({ withdrawn }) =>
              withdrawn
                ? `${t('withdrawn', { date: date(withdrawn.at), by: withdrawn.by ?? '' })}: ${withdrawn.reason}`
                : t('yes'),
          },
          {
            key: 'withdraw',
            head: t('withdraw'),
            cell: (row) => !row.withdrawn && <Withdraw initiativeId={initiativeId} row={row} />,
          },
        ]}
      />
      <ShowMore
        next={data.pages.at(-1)?.next}
        busy={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
      />
    </section>
  );
}

function Withdraw({ initiativeId, row }: { initiativeId: string; row: Schema<'PaperSupporter'> }) {
  const { t } = useTranslation('paper');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="tertiary"
        size="sm"
        aria-label={t('withdrawNamed', { name: row.name })}
        onClick={() => setOpen(true)}
      >
        {t('withdraw')}
      </Button>
      {open && <WithdrawDialog initiativeId={initiativeId} row={row} onClose={() => setOpen(false)} />}
    </>
  );
}

function WithdrawDialog({
  initiativeId,
  row,
  onClose,
}: {
  initiativeId: string;
  row: Schema<'PaperSupporter'>;
  onClose: () => void;
}) {
  const { t } = useTranslation('paper');
  const { slug } = useMunicipality();
  const toast = useToast();
  const { mutateAsync } = useMutation(withdrawPaperMutation(slug, initiativeId));
  const form = useForm({
    initial: { reason: '' },
    check: (values) => missing(values, 'reason'),
    submit: ({ reason }) => mutateAsync({ paperId: row.id, reason }),
    done: () => {
      toast(t('withdrawDone'));
      onClose();
    },
  });
  const { form: named, field } = namedFields(form, row.id);
  return (
    <Dialog title={t('withdrawOf', { name: row.name })} onClose={onClose}>
      <p>{t('withdrawText')}</p>
      <Form form={named} submit={t('withdraw')}>
        <TextArea {...field('reason', t('reason'))} hint={t('reasonHint')} rows={2} />
      </Form>
    </Dialog>
  );
}
