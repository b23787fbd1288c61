import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'plain' | 'primary' | 'quiet' | 'icon';
  wide?: boolean;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

/** A button. `icon` ones need an aria-label. */
export function Button({ look = 'plain', wide = false, className = '', type = 'button', children, ...rest }: Props) {
  const looks = { plain: '', primary: 'primary', quiet: 'quiet', icon: 'quiet icon' }[look];
  return (
    <button {...rest} type={type} className={`button ${looks} ${wide ? 'wide' : ''} ${className}`}>
      {children}
    </button>
  );
}
