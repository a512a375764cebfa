export const woods = ['#8a5a33', '#6d4424', '#b07d4b', '#4a2f1d', '#c79a63'] as const;
export const fabrics = ['#8c2f39', '#2f4a6d', '#5d7052', '#c8b48a', '#3c3c42', '#b5602e'] as const;
export const paints = [
  '#b3202a',
  '#1f4e8c',
  '#e0b020',
  '#2f6b3c',
  '#e8e8e4',
  '#28282c',
  '#7d8790',
  '#d06a1e',
] as const;
