import { LIMITS } from '@medvind/contracts';
import { useTranslation } from '../../../i18n/use-translation.js';
import type { Field } from '../../../lib/form.js';
import { TextArea } from '../../../ui/text-area.js';
import { TextField } from '../../../ui/text-field.js';
import { RulePreview } from './rule-preview.js';
import { SimilarInitiatives } from './similar-initiatives.js';

interface ProposalIdeaProps {
  title: Field<string>;
  text: Field<string>;
  goalId: string;
  /** At most so many characters. */
  lengths: { title: number; text: number };
}

/** What is proposed and why, and beside it what is like it already. */
export function ProposalIdea({ title, text, goalId, lengths }: ProposalIdeaProps) {
  const { t } = useTranslation('initiatives');
  const { t: words } = useTranslation('proposal-steps');
  return (
    <div className="mv-idea">
      <TextField
        {...title}
        hint={`${t('propose.titleHint')} ${words('atMost', { count: lengths.title })}`}
        published
      />
      <div className="mv-idea-like">
        <SimilarInitiatives title={title.value} text={text.value} goalId={goalId} />
      </div>
      <div className="mv-flow">
        <TextArea
          {...text}
          hint={`${t('propose.textHint')} ${words('atLeast', { count: LIMITS.initiativeText.min })}`}
          max={lengths.text}
          published
          rows={10}
        />
        <p className="mv-note">{words('kept')}</p>
        <RulePreview />
      </div>
    </div>
  );
}
