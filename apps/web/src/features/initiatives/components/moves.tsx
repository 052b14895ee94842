import { LIMITS } from '@medvind/contracts';
import type { Schema } from '@medvind/api-client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Form } from '../../../ui/form.js';
import { Heading } from '../../../ui/heading.js';
import { TextArea } from '../../../ui/text-area.js';
import { useToast } from '../../../ui/toast.js';
import { moveMutation } from '../api/handling.js';
import type { Initiative } from '../api/initiatives.js';

type Move = Schema<'MoveInput'>['act'];

/** What staff do with what was handed over, each with why. */
export default function Moves({ initiative }: { initiative: Initiative }) {
  const { t } = useTranslation('initiative-life');
  const [move, setMove] = useState<Move | null>(null);
  const close = () => setMove(null);
  return (
    <section className="mv-flow" aria-labelledby="moves">
      <Heading level={2} size="2xs" id="moves">
        {t('moves.title')}
      </Heading>
      <div className="mv-actions">
        {initiative.can.moves.map((act) => (
          <Button key={act} variant="secondary" size="sm" onClick={() => setMove(act)}>
            {t(`moves.${act}`)}
          </Button>
        ))}
      </div>
      {move && (
        <Dialog title={t(`moves.${move}`)} onClose={close}>
          <MoveForm initiative={initiative} act={move} onDone={close} />
        </Dialog>
      )}
    </section>
  );
}

function MoveForm({ initiative, act, onDone }: { initiative: Initiative; act: Move; onDone: () => void }) {
  const { t } = useTranslation('initiative-life');
  const { slug, language } = useMunicipality();
  const toast = useToast();
  const { mutateAsync } = useMutation(moveMutation(slug, initiative.id));
  const form = useForm({
    draft: `move:${initiative.id}:${act}`,
    initial: { note: '' },
    submit: ({ note }) => mutateAsync({ act, note }),
    done: () => {
      onDone();
      toast(t('moves.done'));
    },
  });
  return (
    <Form
      form={form}
      submit={t(`moves.${act}`)}
      secondary={
        <Button variant="tertiary" onClick={onDone}>
          {t('app:form.cancel')}
        </Button>
      }
    >
      <TextArea
        {...form.field('note', t('moves.note'))}
        hint={t('moves.noteHint')}
        max={LIMITS.reason.max}
        published
        rows={4}
        lang={language}
      />
    </Form>
  );
}
