/** Text with λ_max as λₘₐₓ, for places where only characters can be set. */
export const subscripts = (text: string): string => text.replaceAll('_max', 'ₘₐₓ');
