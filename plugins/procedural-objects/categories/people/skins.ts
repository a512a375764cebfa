/** From light to dark. */
export const skins = ['#f0c9ad', '#e3b08c', '#cf9670', '#b37a52', '#8d5a3a', '#6b412a', '#5c3927'] as const;
