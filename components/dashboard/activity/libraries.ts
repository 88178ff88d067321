/** Software of others that is shipped in Deckhand, with its licence and whose it is, as each package says. */
export const libraries = [
  { name: 'Preact', licence: 'MIT', holder: '2015-present Jason Miller' },
  { name: 'idb', licence: 'ISC', holder: '2016 Jake Archibald' },
  { name: 'Zod', licence: 'MIT', holder: '2025 Colin McDonnell' },
  { name: '@noble/hashes', licence: 'MIT', holder: '2022 Paul Miller' },
  { name: 'Papa Parse', licence: 'MIT', holder: '2015 Matthew Holt' },
  { name: 'fflate', licence: 'MIT', holder: '2026 Arjun Barrett' },
  { name: 'liquidjs', licence: 'MIT', holder: '2016 Jun Yang' },
  { name: 'diff', licence: 'BSD-3-Clause', holder: '2009-2015 Kevin Decker' },
  { name: 'pixelmatch', licence: 'ISC', holder: '2025 Mapbox' },
  { name: 'uPlot', licence: 'MIT', holder: '2022 Leon Sorokin' },
  { name: 'yaml', licence: 'ISC', holder: 'Eemeli Aro' },
] as const;
