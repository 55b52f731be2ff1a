import { useId } from 'preact/hooks';
import { Labelled } from './factField';
import type { WelcomeDesk } from './welcomeDesk';

const RHYTHMS = ['weekly', 'fortnightly', 'monthly', 'off'] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** When the mails come, and in what the totals are. */
export function WelcomeReport({ desk }: { readonly desk: WelcomeDesk }) {
  const { choices, me, tried } = desk.state;
  const say = desk.words.rhythm;
  const id = useId();
  const isOff = choices.rhythm === 'off';
  return (
    <>
      <p class="quiet">{say.about}</p>
      <div class="report">
        <Labelled id={`${id}-rhythm`} label={say.rhythm}>
          <select
            id={`${id}-rhythm`}
            value={choices.rhythm}
            onChange={(event) => {
              const { value } = event.currentTarget;
              desk.choose({ rhythm: RHYTHMS.find((one) => one === value) ?? 'weekly' });
            }}
          >
            {RHYTHMS.map((rhythm) => (
              <option key={rhythm} value={rhythm}>
                {say.rhythms[rhythm]}
              </option>
            ))}
          </select>
        </Labelled>
        {!isOff && (
          <Labelled id={`${id}-day`} label={say.day}>
            <select
              id={`${id}-day`}
              value={choices.day}
              onChange={(event) => desk.choose({ day: Number(event.currentTarget.value) })}
            >
              {say.days.map((day, at) => (
                <option key={day} value={at + 1}>
                  {day}
                </option>
              ))}
            </select>
          </Labelled>
        )}
        {!isOff && (
          <Labelled id={`${id}-hour`} label={say.hour}>
            <select
              id={`${id}-hour`}
              value={choices.hour}
              onChange={(event) => desk.choose({ hour: Number(event.currentTarget.value) })}
            >
              {HOURS.map((hour) => (
                <option key={hour} value={hour}>
                  {`${hour}:00`}
                </option>
              ))}
            </select>
          </Labelled>
        )}
      </div>
      <p class="quiet">{say.runsAsYou(me)}</p>
      <div class="report">
        <Labelled
          id={`${id}-currency`}
          label={say.currency}
          problem={tried && desk.isWrong ? say.needsCurrency : ''}
        >
          <input
            id={`${id}-currency`}
            type="text"
            autocomplete="off"
            maxLength={3}
            value={choices.currency}
            aria-invalid={tried && desk.isWrong}
            onInput={(event) =>
              desk.choose({ currency: event.currentTarget.value.trim().toUpperCase() })
            }
          />
        </Labelled>
      </div>
      <p class="quiet">{say.currencyWhy}</p>
    </>
  );
}
