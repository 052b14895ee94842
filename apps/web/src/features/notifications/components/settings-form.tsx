import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { Checkbox } from '../../../ui/checkbox.js';
import { Form } from '../../../ui/form.js';
import { Select } from '../../../ui/select.js';
import { useToast } from '../../../ui/toast.js';
import { changeNotificationSettingsMutation, notificationSettingsQuery } from '../api/settings.js';

const PACES = ['at-once', 'daily', 'weekly', 'never'] as const;
const GROUPS = ['answers', 'outcomes', 'decisions', 'followed'] as const;

const paceOf = (value: string) => PACES.find((pace) => pace === value);

/** What one wants to hear of, and how often by mail. */
export function SettingsForm() {
  const { t } = useTranslation('following');
  const { slug } = useMunicipality();
  const client = useQueryClient();
  const toast = useToast();
  const query = notificationSettingsQuery(slug);
  const settings = useSuspenseQuery(query).data;
  const { mutateAsync } = useMutation(changeNotificationSettingsMutation(slug));
  const form = useForm({
    initial: { ...settings, mail: settings.mail ?? '' } as Record<
      (typeof GROUPS)[number] | 'mail',
      string
    > & {
      followOwn: boolean;
      answersToMe: boolean;
    },
    submit: ({ mail, answers, outcomes, decisions, followed, followOwn, answersToMe }) =>
      mutateAsync({
        mail: paceOf(mail) ?? null,
        answers: paceOf(answers) ?? settings.answers,
        outcomes: paceOf(outcomes) ?? settings.outcomes,
        decisions: paceOf(decisions) ?? settings.decisions,
        followed: paceOf(followed) ?? settings.followed,
        followOwn,
        answersToMe,
      }),
    after: 'keep',
    done: (saved) => {
      client.setQueryData(query.queryKey, saved);
      toast(t('settings.saved'));
    },
  });
  const paces = PACES.map((value) => ({ value, label: t(`pace.${value}`) }));
  return (
    <Form form={form} submit={t('settings.save')}>
      <Select
        {...form.field('mail', t('settings.mail'))}
        options={[{ value: '', label: t('settings.each') }, ...paces]}
      />
      {form.values.mail === '' &&
        GROUPS.map((group) => (
          <Select
            key={group}
            {...form.field(group, t(`group.${group}`))}
            hint={t(`groupHint.${group}`)}
            options={paces}
          />
        ))}
      <Checkbox
        {...form.field('answersToMe', t('settings.answersToMe'))}
        hint={t('settings.answersToMeHint')}
      />
      <Checkbox {...form.field('followOwn', t('settings.followOwn'))} />
    </Form>
  );
}
