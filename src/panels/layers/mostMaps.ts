/** How many layers of an arm are shown; of deeper networks this many, at even distances. */
export const mostMaps = 10;
