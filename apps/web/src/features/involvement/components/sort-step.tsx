import type { Schema } from '@medvind/api-client';
import {
  useMutation,
  useQueryClient,
  useSuspenseInfiniteQuery,
  type InfiniteData,
} from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useMunicipality, usePath } from '../../../lib/municipality.js';
import { useAction } from '../../../ui/action.js';
import { Button, LinkButton } from '../../../ui/button.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Link } from '../../../ui/link.js';
import { ShowMore } from '../../../ui/show-more.js';
import { useToast } from '../../../ui/toast.js';
import { changeLinksMutation, linkMutation, unlinkMutation } from '../api/links.js';
import { linksQuery } from '../api/work.js';
import { BulkBar } from './bulk-bar.js';
import { CompactSelect } from './compact-select.js';
import { NewTheme } from './new-theme.js';
import { PickList } from './pick-list.js';
import { TYPES } from './types.js';
import { useSelection } from './use-selection.js';
import { useWorkChanged } from './use-work-changed.js';

type WorkLink = Schema<'WorkLink'>;
type Change = Pick<Schema<'LinkChange'>, 'themeId' | 'type'>;

/** Sorting what is linked: each entry by itself, or several at once. */
export function SortStep({ work }: { work: Schema<'WorkView'> }) {
  const { t } = useTranslation('involvement-staff');
  const { language } = useMunicipality();
  const path = usePath();
  const [search] = useSearchParams();
  const asked = search.get('theme');
  const shown = work.themes.find(({ id }) => id === asked);
  const closed = work.state === 'closed';
  return (
    <div className="mv-involve-section">
      <nav className="mv-tabs" aria-label={t('sort.view')}>
        <Link className="mv-tab" to="?step=sort" aria-current={shown ? undefined : 'page'}>
          {t('sort.unsorted', { count: work.unsortedCount })}
        </Link>
        {work.themes.map(({ id, title, linkCount }) => (
          <Link
            key={id}
            className="mv-tab"
            to={`?step=sort&theme=${id}`}
            aria-current={shown?.id === id ? 'page' : undefined}
            lang={language}
          >
            {t('sort.theme', { theme: title, count: linkCount })}
          </Link>
        ))}
      </nav>
      {!closed && <NewTheme processId={work.id} />}
      {work.linkCount === 0 ? (
        <EmptyState
          title={t('sort.noneTitle')}
          action={<LinkButton to={path('staff', 'inbox')}>{t('work.inbox')}</LinkButton>}
        >
          {t('sort.noneText')}
        </EmptyState>
      ) : (
        <Links key={shown?.id ?? ''} work={work} themeId={shown?.id ?? null} />
      )}
    </div>
  );
}

function Links({ work, themeId }: { work: Schema<'WorkView'>; themeId: string | null }) {
  const { t } = useTranslation('involvement-staff');
  const { t: say } = useTranslation('involvement');
  const { slug, language } = useMunicipality();
  const query = linksQuery(slug, work.id, themeId);
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery({
    ...query,
    // An entry that was sorted stays where it stood, under the hand that sorts, until one looks again.
    staleTime: Infinity,
    refetchOnMount: 'always',
  });
  const items = data.pages.flatMap((page) => page.items);
  const selection = useSelection(items);
  const client = useQueryClient();
  const changed = useWorkChanged(work.id);
  const toast = useToast();
  const change = useMutation(changeLinksMutation(slug, work.id)).mutateAsync;
  const unlink = useMutation(unlinkMutation(slug)).mutateAsync;
  const link = useMutation(linkMutation(slug)).mutateAsync;
  const [themeTo, setThemeTo] = useState('');
  const [typeTo, setTypeTo] = useState('');
  const heading = useRef<HTMLParagraphElement>(null);
  const closed = work.state === 'closed';

  const put = (each: (link: WorkLink) => WorkLink[]) =>
    client.setQueryData<InfiniteData<Schema<'WorkLinkPage'>>>(query.queryKey, (known) =>
      known
        ? { ...known, pages: known.pages.map((page) => ({ ...page, items: page.items.flatMap(each) })) }
        : known,
    );

  const sort = async (links: WorkLink[], to: Change) => {
    const ids = new Set(links.map(({ id }) => id));
    await change({ linkIds: [...ids], ...to });
    put((each) => (ids.has(each.id) ? [{ ...each, ...to }] : [each]));
    // Other views are asked again when one looks at them.
    changed();
  };

  const moving = useAction(async () => {
    const to: Change = {
      ...(themeTo && { themeId: themeTo === NONE ? null : themeTo }),
      ...(typeTo && { type: TYPES.find((known) => known === typeTo) ?? null }),
    };
    if (Object.keys(to).length === 0) return document.getElementById('choose-theme-to')?.focus();
    await sort(selection.items, to);
    toast(t('sort.moved', { count: selection.items.length }));
    selection.clear();
    setThemeTo('');
    setTypeTo('');
    heading.current?.focus();
  });

  const removing = useAction(async () => {
    const gone = selection.items;
    const ids = new Set(gone.map(({ id }) => id));
    await unlink({ processId: work.id, linkIds: [...ids] });
    put((each) => (ids.has(each.id) ? [] : [each]));
    changed();
    selection.clear();
    heading.current?.focus();
    toast({
      text: t('sort.unlinked', { count: ids.size }),
      action: { label: t('sort.undo'), run: () => void takeBack(gone) },
    });
  });

  /** Back where they were: one request for those that shared a theme and a type. */
  const takeBack = async (gone: WorkLink[]) => {
    const alike = Map.groupBy(
      // What was hidden meanwhile cannot be linked any more.
      gone.filter(({ text }) => text !== null),
      ({ themeId: theme, type }) => `${theme} ${type}`,
    );
    const idsOf = (links: WorkLink[], kind: WorkLink['kind']) =>
      links.filter((each) => each.kind === kind).map(({ contributionId }) => contributionId);
    await Promise.all(
      [...alike.values()].map((links) =>
        link({
          processId: work.id,
          commentIds: idsOf(links, 'comment'),
          initiativeIds: idsOf(links, 'initiative'),
          themeId: links[0]!.themeId,
          type: links[0]!.type,
        }),
      ),
    );
    changed();
    await client.invalidateQueries({ queryKey: query.queryKey });
  };

  const themes = work.themes.map(({ id, title }) => ({ value: id, label: title }));
  const types = TYPES.map((value) => ({ value, label: say(`type.${value}`) }));

  if (items.length === 0)
    return (
      <EmptyState
        title={themeId ? t('sort.emptyTheme') : t('sort.doneTitle')}
        action={!themeId && <Link to="?step=answer">{t('steps.answer')}</Link>}
      >
        {!themeId && t('sort.doneText')}
      </EmptyState>
    );
  return (
    <>
      <p className="mv-note" tabIndex={-1} ref={heading}>
        {t('sort.help')}
      </p>
      <PickList
        label={t('inbox.list')}
        items={items}
        selection={selection}
        disabled={closed}
        name={({ reference, text }) => `${reference}: ${(text ?? t('entry.hidden')).slice(0, 100)}`}
        lang={(each) => (each.text === null ? language : each.language)}
        text={({ text }) => <span className="mv-pick-said">{text ?? t('entry.hidden')}</span>}
      >
        {(each) => (
          <>
            <p className="mv-pick-foot">
              <Link to={`/${slug}/${each.path}`} aria-label={t('entry.open', { reference: each.reference })}>
                {each.reference}
              </Link>
              <span>{t(`entry.${each.kind}`)}</span>
              {each.authorName && <span>{each.authorName}</span>}
              <span lang={language}>{each.goalTitle}</span>
            </p>
            {!closed && (
              <RowSelects each={each} themes={themes} types={types} onChange={(to) => sort([each], to)} />
            )}
          </>
        )}
      </PickList>
      <ShowMore
        next={hasNextPage ? data.pages.at(-1)?.next : null}
        busy={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
      />
      <BulkBar selection={selection} shown={new Set(items.map(({ id }) => id))}>
        <CompactSelect
          name="theme-to"
          label={t('bulk.theme')}
          empty={t('sort.keepTheme')}
          value={themeTo}
          onChange={setThemeTo}
          options={[...themes, { value: NONE, label: t('sort.noTheme') }]}
        />
        <CompactSelect
          name="type-to"
          label={t('bulk.type')}
          empty={t('sort.keepType')}
          value={typeTo}
          onChange={setTypeTo}
          options={[...types, { value: NONE, label: t('bulk.noType') }]}
        />
        <Button busy={moving.busy} onClick={moving.act}>
          {t('sort.move', { count: selection.items.length })}
        </Button>
        <Button variant="tertiary" color="danger" busy={removing.busy} onClick={removing.act}>
          {t('sort.unlink')}
        </Button>
      </BulkBar>
    </>
  );
}

const NONE = 'none';

interface RowSelectsProps {
  each: WorkLink;
  themes: { value: string; label: string }[];
  types: { value: string; label: string }[];
  onChange: (to: Change) => Promise<void>;
}

/** One entry's theme and what it tells, saved as they are chosen. */
function RowSelects({ each, themes, types, onChange }: RowSelectsProps) {
  const { t } = useTranslation('involvement-staff');
  const next = useRef<Change>({});
  const { act } = useAction(() => onChange(next.current));
  const choose = (to: Change) => {
    next.current = to;
    act();
  };
  return (
    <div className="mv-pick-selects">
      <CompactSelect
        name={`theme-${each.id}`}
        label={t('sort.themeOf', { reference: each.reference })}
        hideLabel
        empty={t('sort.noTheme')}
        value={each.themeId ?? ''}
        onChange={(themeId) => choose({ themeId: themeId || null })}
        options={themes}
      />
      <CompactSelect
        name={`type-${each.id}`}
        label={t('sort.typeOf', { reference: each.reference })}
        hideLabel
        empty={t('bulk.noType')}
        value={each.type ?? ''}
        onChange={(type) => choose({ type: TYPES.find((known) => known === type) ?? null })}
        options={types}
      />
    </div>
  );
}
