/** The Markdown form of each task. */
import type { APIRoute } from 'astro';
import { taskMarkdown } from '../../data/formats/markdown.ts';
import type { Task } from '../../plan/model.ts';
import { plan } from '../../site.ts';
import { full } from '../../urls.ts';

export const getStaticPaths = () =>
  plan.tasks.map((task) => ({ params: { number: String(task.number) }, props: { task } }));

export const GET: APIRoute<{ task: Task }> = ({ props }) =>
  new Response(taskMarkdown(props.task, plan, full));
