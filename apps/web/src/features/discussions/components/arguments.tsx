import { LIMITS } from '@medvind/contracts';
import type { Schema } from '@medvind/api-client';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { missing } from '../../../lib/form-store.js';
import { useFormat } from '../../../lib/format.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { useAction } from '../../../ui/action.js';
import { Blocks } from '../../../ui/blocks.js';
import { Button } from '../../../ui/button.js';
import { Form } from '../../../ui/form.js';
import { Heading } from '../../../ui/heading.js';
import { Icon } from '../../../ui/icon.js';
import { Link } from '../../../ui/link.js';
import { ShowMore } from '../../../ui/show-more.js';
import { TextArea } from '../../../ui/text-area.js';
import { useToast } from '../../../ui/toast.js';
import { linkTo } from '../anchor.js';
import { argumentsQuery } from '../api/arguments.js';
import { postCommentMutation, voteMutation } from '../api/comment.js';
import type { Comment, Thread } from '../discussion.js';
import { useNameOf } from '../use-name-of.js';

type Stance = Schema<'Stance'>;

/** Everyone who looks on hears of each change: they ask a little apart, once for all of them. */
const SPREAD_MS = 600;

interface ArgumentsProps {
  thread: Thread;
  /** What other features let one do with an argument, e.g. report it. */
  actions: (comment: Comment) => ReactNode;
}

/** What speaks for a proposal and what against it, in two columns; each argument also stands in the discussion. */
export default function Arguments({ thread, actions }: ArgumentsProps) {
  const { t } = useTranslation('arguments');
  useFresh(thread);
  return (
    <section className="mv-section" aria-labelledby="arguments">
      <Heading level={2} id="arguments">
        {t('title')}
      </Heading>
      <p className="mv-note">{t('lead')}</p>
      <div className="mv-arguments">
        <Column stance="for" thread={thread} actions={actions} />
        <Column stance="against" thread={thread} actions={actions} />
      </div>
    </section>
  );
}

/** The thread says that something changed; what stands in the columns now is asked for. */
function useFresh({ id, revision }: Thread) {
  const { slug } = useMunicipality();
  const client = useQueryClient();
  const [seen] = useState({ revision });
  useEffect(() => {
    if (seen.revision === revision) return;
    const timer = setTimeout(() => {
      seen.revision = revision;
      void client.invalidateQueries({ queryKey: ['arguments', slug, id] });
    }, Math.random() * SPREAD_MS);
    return () => clearTimeout(timer);
  }, [client, slug, id, revision, seen]);
}

function Column({ stance, thread, actions }: ArgumentsProps & { stance: Stance }) {
  const { t } = useTranslation('arguments');
  const { slug } = useMunicipality();
  const heading = useId();
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    argumentsQuery(slug, thread.id, stance),
  );
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="mv-argument-column" data-stance={stance} aria-labelledby={heading}>
      <Heading level={3} size="2xs" id={heading}>
        <Icon name={stance === 'for' ? 'plus' : 'close'} /> {t(`${stance}.title`)}
      </Heading>
      {data && items.length === 0 && <p className="mv-note">{t(`${stance}.none`)}</p>}
      {items.length > 0 && (
        <ol>
          {items.map((argument) => (
            <li key={argument.id}>
              <Argument argument={argument} thread={thread} actions={actions} />
            </li>
          ))}
        </ol>
      )}
      <ShowMore
        next={hasNextPage ? data?.pages.at(-1)?.next : null}
        busy={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
      />
      {thread.blockers.length === 0 && <NewArgument stance={stance} thread={thread} />}
    </section>
  );
}

function Argument({ argument, thread, actions }: ArgumentsProps & { argument: Comment }) {
  const { t } = useTranslation('arguments');
  const { number } = useFormat();
  const { slug } = useMunicipality();
  const client = useQueryClient();
  const nameOf = useNameOf();
  const { mutateAsync } = useMutation(voteMutation(slug, argument.id));
  const chosen = argument.myVote === 'agree';
  const support = useAction(async () => {
    await mutateAsync(chosen ? null : 'agree');
    await client.invalidateQueries({ queryKey: ['arguments', slug, thread.id] });
  });
  const name = nameOf(argument);
  return (
    <article className="mv-argument" aria-label={t('by', { name })}>
      <Blocks blocks={argument.blocks} lang={argument.language} />
      <div className="mv-comment-actions">
        <button
          type="button"
          className="mv-vote"
          aria-pressed={chosen}
          aria-busy={support.busy || undefined}
          disabled={thread.blockers.length > 0}
          onClick={support.act}
        >
          {chosen && <Icon name="check" />}
          <span aria-hidden="true">
            {t('support')} <span className="mv-vote-count">{number(argument.agree)}</span>
          </span>
          <span className="ds-sr-only">{t('supported', { count: argument.agree })}</span>
        </button>
        <span className="mv-note">{name}</span>
        <Link to={linkTo(`/${slug}/${thread.path}`, argument.id)} className="mv-note">
          {argument.replyCount > 0 ? t('replies', { count: argument.replyCount }) : t('reply')}
        </Link>
        {actions(argument)}
      </div>
    </article>
  );
}

function NewArgument({ stance, thread }: { stance: Stance; thread: Thread }) {
  const { t, language } = useTranslation('arguments');
  const { slug } = useMunicipality();
  const client = useQueryClient();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const { mutateAsync } = useMutation(postCommentMutation(slug, thread.id));
  const form = useForm({
    within: `argument-${stance}`,
    draft: `argument:${stance}:${thread.id}`,
    initial: { body: '' },
    check: (values) => missing(values, 'body'),
    submit: ({ body }) => mutateAsync({ body, stance }),
    done: async ({ state }) => {
      setOpen(false);
      toast(t(state === 'held' ? 'held' : 'sent'));
      await client.invalidateQueries({ queryKey: ['arguments', slug, thread.id] });
    },
  });
  if (!open)
    return (
      <Button variant="secondary" size="sm" icon="plus" onClick={() => setOpen(true)}>
        {t(`${stance}.write`)}
      </Button>
    );
  return (
    <Form
      form={form}
      submit={t('submit')}
      label={t(`${stance}.write`)}
      secondary={
        <Button variant="tertiary" onClick={() => setOpen(false)}>
          {t('app:form.cancel')}
        </Button>
      }
    >
      <TextArea
        {...form.field('body', t(`${stance}.label`))}
        hint={t('hint')}
        max={LIMITS.argument.max}
        rows={3}
        lang={language}
        published
      />
    </Form>
  );
}
