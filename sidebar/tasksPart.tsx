import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { DealView, TaskView } from '../src/rpc';
import type { PageWords } from '../src/words/pages';
import type { DealDesk } from './dealDesk';
import { Labelled } from './factField';
import { dayText, type PageLanguage } from './format';
import { Icon } from './icon';

interface Props {
  readonly deal: DealView;
  readonly desk: DealDesk;
  readonly language: PageLanguage;
}

/** What is to be done about the deal: the most pressing first; a tick and it is done. */
export function TasksPart({ deal, desk, language }: Props) {
  const say = desk.words.tasks;
  const { tasks } = desk.state;
  const { newTask } = desk.draftOf(deal.id);
  const open = tasks.filter(({ standing }) => standing !== 'done');
  const done = tasks.filter(({ standing }) => standing === 'done');
  const line = (task: TaskView) => (
    <TaskLine key={`${task.row} ${task.task}`} {...{ task, deal, desk, language }} />
  );
  return (
    <section class="part">
      <h2>{say.heading}</h2>
      {open.length === 0 && <p class="quiet">{say.none}</p>}
      <ul class="tasks">{open.map(line)}</ul>
      {newTask === null ? (
        <button
          type="button"
          class="link with-icon"
          onClick={() => desk.type({ newTask: { task: '', due: '' } })}
        >
          <Icon name="add" />
          {say.add}
        </button>
      ) : (
        <NewTask {...{ deal, desk, language }} />
      )}
      {done.length > 0 && (
        <details>
          <summary>{say.done(done.length)}</summary>
          <ul class="tasks">{done.map(line)}</ul>
        </details>
      )}
    </section>
  );
}

function TaskLine({ task, deal, desk, language }: Props & { readonly task: TaskView }) {
  const say = desk.words.tasks;
  const id = useId();
  const isDone = task.standing === 'done';
  const isElses = task.owner !== '' && task.owner !== deal.owner;
  const when = whenText(task, say, language);
  return (
    <li class={`task is-${task.standing}`}>
      <input
        id={id}
        class="task-tick"
        type="checkbox"
        checked={isDone}
        aria-disabled={desk.state.busy !== null}
        onChange={(event) => {
          // What the sheet says is shown: the tick comes with its answer.
          event.currentTarget.checked = isDone;
          void desk.tick(deal, task, !isDone);
        }}
      />
      <label for={id}>
        <span dir="auto">{task.task}</span>
        {(when !== '' || isElses) && (
          <span class="when">
            {when}
            {isElses && <span dir="auto"> {say.by(task.owner)}</span>}
          </span>
        )}
      </label>
    </li>
  );
}

function whenText(
  { standing, due, doneOn }: TaskView,
  say: PageWords['tasks'],
  language: PageLanguage,
): string {
  if (standing === 'done') return doneOn === '' ? '' : say.doneOn(dayText(doneOn, language));
  if (due === '') return '';
  if (standing === 'due') return say.today;
  return (standing === 'overdue' ? say.overdue : say.dueOn)(dayText(due, language));
}

/** A line and a day; nothing is added before the first word. */
function NewTask({ deal, desk }: Props) {
  const say = desk.words.tasks;
  const id = useId();
  const first = useRef<HTMLInputElement>(null);
  const typed = desk.draftOf(deal.id).newTask ?? { task: '', due: '' };
  useLayoutEffect(() => first.current?.focus(), []);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.task.trim() === '') first.current?.focus();
        else void desk.addTask(deal);
      }}
    >
      <Labelled id={`${id}-what`} label={say.what}>
        <input
          id={`${id}-what`}
          ref={first}
          type="text"
          dir="auto"
          autocomplete="off"
          maxLength={2000}
          value={typed.task}
          onInput={(event) => desk.type({ newTask: { ...typed, task: event.currentTarget.value } })}
        />
      </Labelled>
      <Labelled id={`${id}-due`} label={say.due}>
        <input
          id={`${id}-due`}
          type="date"
          value={typed.due}
          onInput={(event) => desk.type({ newTask: { ...typed, due: event.currentTarget.value } })}
        />
      </Labelled>
      <div class="buttons">
        <button type="submit" class="primary small" aria-disabled={desk.state.busy !== null}>
          {desk.state.busy === 'task' ? say.adding : say.save}
        </button>
        <button type="button" onClick={() => desk.type({ newTask: null })}>
          {say.cancel}
        </button>
      </div>
    </form>
  );
}
