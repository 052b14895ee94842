import { ROLES, type Role } from '@medvind/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import { useTranslation } from '../../../i18n/use-translation.js';
import { useForm } from '../../../lib/form.js';
import { useMunicipality } from '../../../lib/municipality.js';
import { sessionQuery, useSession } from '../../../lib/session.js';
import { Button } from '../../../ui/button.js';
import { CheckboxGroup } from '../../../ui/choices.js';
import { FormErrors, SubmitButton } from '../../../ui/form.js';
import { Icon } from '../../../ui/icon.js';
import { Optional } from '../../../ui/optional.js';
import { setRolesMutation, type Member } from '../api/members.js';

const StandingDialog = lazy(() => import('./standing-dialog.js'));
const UnitsDialog = lazy(() => import('./units-dialog.js'));

/** Everyone who joined is a resident; these are given. */
export const GIVEN = ROLES.filter((role) => role !== 'resident');
const givenOf = (roles: readonly Role[]): string[] => GIVEN.filter((role) => roles.includes(role));

/** One person's roles, saved by a button of their own: a slip of the finger gives nobody power. */
export function MemberRoles({ member }: { member: Member }) {
  const { t } = useTranslation('administration');
  const { slug } = useMunicipality();
  const { person } = useSession();
  const client = useQueryClient();
  const [held, setHeld] = useState(givenOf(member.roles));
  const [saved, setSaved] = useState(false);
  const [confirming, setConfirming] = useState(false);
  const [placing, setPlacing] = useState(false);
  const { mutateAsync } = useMutation(setRolesMutation(slug, member.id));
  const me = person?.id === member.id;
  const form = useForm({
    initial: { roles: held },
    after: 'keep',
    submit: ({ roles }) => mutateAsync(GIVEN.filter((role) => roles.includes(role))),
    done: ({ roles }) => {
      setHeld(givenOf(roles));
      setSaved(true);
      void client.invalidateQueries({ queryKey: ['members', slug], refetchType: 'none' });
      if (me) void client.invalidateQueries({ queryKey: sessionQuery().queryKey });
      if (me) void client.invalidateQueries({ queryKey: ['municipality', slug] });
    },
  });
  const { roles } = form.values;
  const changed = String(givenOf(roles as Role[])) !== String(held);
  const offered = me ? GIVEN.filter((role) => role !== 'administrator') : GIVEN;
  const field = form.field('roles', t('people.rolesOf', { name: member.name }));
  return (
    <form className="mv-member" method="post" noValidate onSubmit={form.onSubmit}>
      <div className="mv-member-name">
        <h2>
          {member.name}
          {me && <span className="mv-note"> {t('people.you')}</span>}
        </h2>
        <p className="mv-note">{member.email}</p>
        <Button variant="tertiary" size="sm" onClick={() => setConfirming(true)}>
          {t('standing.open')}
        </Button>
        {held.includes('staff') && (
          <Button variant="tertiary" size="sm" onClick={() => setPlacing(true)}>
            {t('memberUnits.open')}
          </Button>
        )}
        {placing && (
          <Optional>
            <UnitsDialog member={member} onClose={() => setPlacing(false)} />
          </Optional>
        )}
        {confirming && (
          <Optional>
            <StandingDialog member={member} onClose={() => setConfirming(false)} />
          </Optional>
        )}
      </div>
      <div className="mv-member-roles">
        {form.problem && form.problem.fields.length === 0 && <FormErrors form={form} />}
        <CheckboxGroup
          {...field}
          // Each person's boxes are their own.
          name={`roles-${member.id}`}
          hint={me ? t('people.own') : undefined}
          options={offered.map((role) => ({ value: role, label: t(`app:roles.${role}`) }))}
          onChange={(value) => {
            setSaved(false);
            field.onChange(value);
          }}
        />
        <div className="mv-actions">
          {changed && (
            <>
              <SubmitButton size="sm" busy={form.busy}>
                {t('people.save', { name: member.name })}
              </SubmitButton>
              <Button variant="tertiary" size="sm" onClick={() => form.set('roles', held)}>
                {t('app:form.cancel')}
              </Button>
            </>
          )}
          <p className="mv-member-state" role="status">
            {changed && <span className="mv-note">{t('people.unsaved')}</span>}
            {!changed && saved && (
              <span className="mv-with-icon mv-saved">
                <Icon name="success" />
                {t('people.saved', { name: member.name })}
              </span>
            )}
          </p>
        </div>
      </div>
    </form>
  );
}
