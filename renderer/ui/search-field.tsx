import Search from 'lucide-react/icons/search';
import X from 'lucide-react/icons/x';
import { type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './icon-button.tsx';
import styles from './search-field.module.css';

interface SearchFieldProps {
  /** Names the field, and stands in it while it is empty. */
  readonly label: string;
  /** Stands in it instead of its name. */
  readonly placeholder?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** Looks through a list while one types; Esc empties it. */
export function SearchField({ label, placeholder = label, value, onChange, inputRef }: SearchFieldProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.search}>
      <Search aria-hidden />
      <input
        type="search"
        role="searchbox"
        className={styles.input}
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return;
          event.preventDefault();
          onChange('');
        }}
        {...(inputRef && { ref: inputRef })}
      />
      {value !== '' && (
        <IconButton label={t('common.clearSearch')} icon={<X aria-hidden />} onPress={() => onChange('')} />
      )}
    </div>
  );
}
