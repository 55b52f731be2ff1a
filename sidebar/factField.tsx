import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { PageWords } from '../src/words/pages';
import { type ChecklistItem, isFilled, type Typed, type TypedFacts } from './checklist';

interface Props {
  readonly item: ChecklistItem;
  readonly typed: TypedFacts;
  readonly words: PageWords;
  readonly onType: (field: string, value: Typed) => void;
}

/** One line of the checklist: what is missing, and the control that fills it. */
export function FactField({ item, typed, words, onType }: Props) {
  const id = useId();
  const label = item.messages.join(' ');
  if (item.control === 'none' || item.field === '') return <li class="fact says">{label}</li>;
  const filled = isFilled(item, typed);
  const state = filled ? 'filled' : 'open';
  if (item.control === 'tick')
    return (
      <li class={`fact tick ${state}`}>
        <label>
          <input
            type="checkbox"
            name={item.field}
            checked={filled}
            onChange={(event) => onType(item.field, event.currentTarget.checked)}
          />
          <span>{label}</span>
        </label>
      </li>
    );
  const value = String(typed[item.field] ?? item.value ?? '');
  const onText = (text: string) => onType(item.field, text);
  return (
    <li class={`fact ${state}`}>
      <Labelled id={id} label={label}>
        <TextControl {...{ id, item, value, words, onText }} />
      </Labelled>
    </li>
  );
}

interface ControlProps {
  readonly id: string;
  readonly item: ChecklistItem;
  readonly value: string;
  readonly words: PageWords;
  readonly onText: (text: string) => void;
}

/** Numbers are typed as people write them: the script reads "12,000" and "12万". */
function TextControl({ id, item, value, words, onText }: ControlProps) {
  const common = { id, name: item.field, value };
  if (item.control === 'choice')
    return (
      <select {...common} onChange={(event) => onText(event.currentTarget.value)}>
        <option value="">{words.choose}</option>
        {item.choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    );
  if (item.control === 'date')
    return <input {...common} type="date" onInput={(event) => onText(event.currentTarget.value)} />;
  return (
    <input
      {...common}
      type="text"
      inputMode={item.control === 'number' ? 'decimal' : 'text'}
      dir="auto"
      autocomplete="off"
      onInput={(event) => onText(event.currentTarget.value)}
    />
  );
}

interface LabelledProps {
  readonly id: string;
  readonly label: string;
  readonly problem?: string;
  readonly children: ComponentChildren;
}

/** A label above its control, and under it what is still wrong. */
export function Labelled({ id, label, problem = '', children }: LabelledProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
      {problem !== '' && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}
