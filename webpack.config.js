/**
 * Construction du volet : `npm run build` donne dist/, à héberger en statique (HTTPS).
 *
 * - `URL_PRODUCTION=https://serveur.exemple.fr/cdppe` réécrit le manifeste ; sans elle, il désigne
 *   le serveur de développement ;
 * - `OFFICE_JS=local` sert Office.js depuis dist/office/ (intranet sans accès au CDN de Microsoft).
 */
const path = require('node:path');
const CopyWebpackPlugin = require('copy-webpack-plugin');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const { DefinePlugin } = require('webpack');
const { version } = require('./package.json');

const PORT = 3000;
const URL_DEVELOPPEMENT = `https://localhost:${PORT}`;
const CDN = 'https://appsforoffice.microsoft.com';

/** Fichiers d'Office.js qu'un Excel français ou anglais, de bureau ou sur le web, peut demander. */
const FICHIERS_OFFICE = [
  'office.js',
  'o15apptofilemappingtable.js',
  'excel-win32-16.01.js',
  'excel-web-16.00.js',
  'excel-mac-16.00.js',
  'fr-fr/office_strings.js',
  'en-us/office_strings.js',
];

/** Adresse de production sans barre finale ; lève si elle n'est pas en HTTPS (Office la refuserait). */
function urlProduction(brute) {
  if (!brute) return null;
  const url = new URL(brute);
  if (url.protocol !== 'https:') throw new Error(`URL_PRODUCTION doit être en HTTPS : ${brute}`);
  return url.href.replace(/\/$/, '');
}

/** Réécrit le manifeste : adresses des pages, et origine seule dans AppDomains. */
function reecrireManifeste(xml, production) {
  if (production === null) return xml;
  const { origin } = new URL(production);
  return xml
    .replaceAll(`<AppDomain>${URL_DEVELOPPEMENT}</AppDomain>`, `<AppDomain>${origin}</AppDomain>`)
    .replaceAll(`${URL_DEVELOPPEMENT}/`, `${production}/`);
}

function copies(production, officeLocal) {
  const office = path.join(path.dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
  const patterns = [
    { from: 'assets/*.{png,svg}' },
    { from: 'src/taskpane/aide.html', to: 'aide.html' },
    { from: 'manifest.xml', transform: (contenu) => reecrireManifeste(String(contenu), production) },
  ];
  if (!officeLocal) return patterns;
  // Servis tels quels, jamais dans le paquet : la licence de Microsoft ne permet pas de les modifier.
  return [...patterns, ...FICHIERS_OFFICE.map((nom) => ({ from: path.join(office, nom), to: `office/${nom}`, info: { minimized: true } }))];
}

function politiqueSecurite(officeLocal) {
  const scripts = officeLocal ? "'self'" : `'self' ${CDN}`;
  return `default-src 'self'; script-src ${scripts}; style-src 'self' 'unsafe-inline'; connect-src 'self'`;
}

/** Le certificat de développement n'est demandé qu'au service : une construction n'en a pas besoin. */
async function serveurDeveloppement() {
  const { getHttpsServerOptions } = require('office-addin-dev-certs');
  return {
    port: PORT,
    hot: true,
    headers: { 'Access-Control-Allow-Origin': '*' },
    server: { type: 'https', options: await getHttpsServerOptions() },
    client: { overlay: { errors: true, warnings: false } },
  };
}

module.exports = async (env = {}, { mode = 'production' } = {}) => {
  const production = urlProduction(process.env.URL_PRODUCTION);
  const officeLocal = process.env.OFFICE_JS === 'local';
  const developpement = mode === 'development';
  return {
    mode,
    target: ['web', 'es2022'],
    devtool: developpement ? 'source-map' : false,
    entry: { taskpane: './src/taskpane/index.tsx' },
    output: {
      path: path.resolve(__dirname, 'dist'),
      filename: developpement ? 'scripts/[name].js' : 'scripts/[name].[contenthash:8].js',
      // Relatif : le dossier s'héberge à la racine d'un site comme dans un sous-dossier.
      publicPath: '',
      // Ne retire que ce que cette construction produit : d'autres rangent aussi leurs sorties dans dist/.
      clean: { keep: (nom) => !/^(scripts|assets|office)[\\/]|^(taskpane|aide)\.html$|^manifest\.xml$/.test(nom) },
    },
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: 'swc-loader',
          options: {
            jsc: {
              parser: { syntax: 'typescript', tsx: true },
              target: 'es2022',
              transform: { react: { runtime: 'automatic', development: developpement } },
            },
          },
        },
      ],
    },
    plugins: [
      new DefinePlugin({ __VERSION__: JSON.stringify(version) }),
      new HtmlWebpackPlugin({
        filename: 'taskpane.html',
        template: 'src/taskpane/taskpane.html',
        chunks: ['taskpane'],
        templateParameters: {
          csp: politiqueSecurite(officeLocal),
          office: officeLocal ? 'office/office.js' : `${CDN}/lib/1/hosted/office.js`,
        },
      }),
      new CopyWebpackPlugin({ patterns: copies(production, officeLocal) }),
    ],
    performance: { hints: false },
    ...(env.WEBPACK_SERVE ? { devServer: await serveurDeveloppement() } : {}),
  };
};

module.exports.urlProduction = urlProduction;
module.exports.reecrireManifeste = reecrireManifeste;
module.exports.politiqueSecurite = politiqueSecurite;
