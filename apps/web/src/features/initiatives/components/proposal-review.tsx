import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { Heading } from '../../../ui/heading.js';
import { Prose } from '../../../ui/prose.js';
import { BecomesPublic } from './becomes-public.js';

interface ProposalReviewProps {
  title: string;
  text: string;
  /** To publish, and to go back. */
  children: ReactNode;
}

/** The proposal as it will stand, before anybody else can see it. */
export function ProposalReview({ title, text, children }: ProposalReviewProps) {
  const { t, language } = useTranslation('initiatives');
  const top = useRef<HTMLElement>(null);
  useEffect(() => {
    top.current?.focus({ preventScroll: true });
    top.current?.scrollIntoView();
  }, []);
  return (
    <section className="mv-review" aria-labelledby="review" tabIndex={-1} ref={top}>
      <Heading level={2} id="review">
        {t('propose.reviewTitle')}
      </Heading>
      <p>{t('propose.reviewText')}</p>
      <article className="ds-card mv-card" data-color="neutral" data-variant="default" lang={language}>
        <h3 className="ds-heading" data-size="sm">
          {title.trim()}
        </h3>
        <Prose text={text.trim()} />
      </article>
      <BecomesPublic />
      {children}
    </section>
  );
}
