import type { InputHTMLAttributes, ReactNode, Ref, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { useId } from 'react';

interface Common {
  label: ReactNode;
  help?: ReactNode;
  error?: string | null;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean;
}

interface Described { id: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean }

function Frame({ label, help, error, hideLabel, children }: Common & { children: (props: Described) => ReactNode }) {
  const id = useId();
  const about = [error ? `${id}-e` : '', help ? `${id}-h` : ''].filter(Boolean).join(' ');
  const described: Described = { id, ...(about ? { 'aria-describedby': about } : {}), ...(error ? { 'aria-invalid': true } : {}) };
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'field-label'}>{label}</label>
      {children(described)}
      {error ? <span id={`${id}-e`} className="field-error" role="alert">{error}</span> : null}
      {help ? <span id={`${id}-h`} className="field-help">{help}</span> : null}
    </div>
  );
}

type InputProps = Common & InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> };

/** A labelled one-line input; what is wrong is said at the field. */
export function TextField({ label, help, error, hideLabel, ...rest }: InputProps) {
  return <Frame {...{ label, help, error, hideLabel }}>{(d) => <input autoComplete="off" {...rest} {...d} className="field-input" />}</Frame>;
}

type AreaProps = Common & TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> };

/** A labelled text of several lines. */
export function TextArea({ label, help, error, hideLabel, ...rest }: AreaProps) {
  return <Frame {...{ label, help, error, hideLabel }}>{(d) => <textarea rows={2} {...rest} {...d} className="field-input" />}</Frame>;
}

type SelectProps = Common & SelectHTMLAttributes<HTMLSelectElement> & { children: ReactNode };

/** A labelled choice from a list. */
export function Select({ label, help, error, hideLabel, children, ...rest }: SelectProps) {
  return <Frame {...{ label, help, error, hideLabel }}>{(d) => <select {...rest} {...d} className="field-input">{children}</select>}</Frame>;
}

/** A labelled tick box. */
export function Check({ label, ...rest }: { label: ReactNode } & InputHTMLAttributes<HTMLInputElement>) {
  return <label className="check"><input {...rest} type="checkbox" /><span>{label}</span></label>;
}

interface ChoiceProps<T extends string> {
  label: string;
  name: string;
  value: T | null;
  options: readonly { value: T; label: string; help?: string }[];
  onChange: (value: T) => void;
  hideLabel?: boolean;
}

/** One of a few, as chips; a radio group to the keyboard and to screen readers. */
export function ChipChoice<T extends string>({ label, name, value, options, onChange, hideLabel }: ChoiceProps<T>) {
  return (
    <fieldset className="field">
      <legend className={hideLabel ? 'visually-hidden' : 'field-label'}>{label}</legend>
      <div className="chips">
        {options.map((o) => (
          <label key={o.value} className="chip" title={o.help}>
            <input type="radio" name={name} value={o.value} checked={value === o.value} onChange={() => { onChange(o.value); }} />
            {o.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
