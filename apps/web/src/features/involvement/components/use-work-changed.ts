import type { Schema } from '@medvind/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useMunicipality } from '../../../lib/municipality.js';
import { workQuery } from '../api/work.js';

/** After a change to a process: what came back is shown at once, and what else shows it asks again. */
export function useWorkChanged(processId: string) {
  const client = useQueryClient();
  const { slug } = useMunicipality();
  return (work?: Schema<'WorkView'>) => {
    if (work) client.setQueryData(workQuery(slug, processId).queryKey, work);
    const others = ['process', 'processes', 'goal-processes', 'inbox', 'inbox-counts'];
    for (const key of work ? others : [...others, 'work'])
      void client.invalidateQueries({ queryKey: [key, slug] });
  };
}
