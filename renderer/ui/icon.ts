import type Icon from 'lucide-react/icons/check';

/** An icon as a component, to be rendered where a look asks for one. */
export type LucideIcon = typeof Icon;
