/**
 * Construction de la page sans Excel, dans dist-page/ :
 *
 * - `index.html` et ses fichiers, à servir en HTTP ou HTTPS (hors ligne après la première visite
 *   en HTTPS ou sur le poste lui-même) ;
 * - `controle-cdppe.html`, autonome : tout en ligne, à ouvrir d'un double-clic (`file://`).
 */
const { createHash } = require('node:crypto');
const path = require('node:path');
const CopyWebpackPlugin = require('copy-webpack-plugin');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const Reducteur = require('minimizer-webpack-plugin');
const { Compilation, DefinePlugin, optimize, sources } = require('webpack');
const { readFileSync } = require('node:fs');
const { version } = require('./package.json');

const DOSSIER = path.resolve(__dirname, 'dist-page');
const SERVICE = 'hors-ligne.js';
const MONO = 'controle-cdppe.html';

/** Fluent pose ses styles règle par règle dans des éléments vides : seul le texte vide est admis en ligne. */
const STYLE_VIDE = empreinte('');

/** Ce que la page servie peut charger. Le serveur le redit dans ses en-têtes (`scripts/demo.mjs`). */
const POLITIQUE = [
  "default-src 'none'", "script-src 'self'", `style-src 'self' ${STYLE_VIDE}`, "img-src 'self' data:", "font-src 'self'",
  "connect-src 'self'", "worker-src 'self'", "manifest-src 'self'", "base-uri 'none'", "form-action 'none'",
].join('; ');

function empreinte(texte) {
  return `'sha256-${createHash('sha256').update(texte).digest('base64')}'`;
}

/** Un script en ligne ne doit ni se fermer, ni ouvrir un commentaire. */
function enLigne(script) {
  return script.replace(/<\/script/gi, '<\\/script').replace(/<!--/g, '<\\!--');
}

/** Met le script et la feuille de style dans la page, puis n'admet qu'eux : leurs empreintes se prennent une fois la page abrégée. */
class ToutEnLigne {
  apply(compilateur) {
    compilateur.hooks.thisCompilation.tap('ToutEnLigne', (compilation) => {
      HtmlWebpackPlugin.getHooks(compilation).beforeEmit.tap('ToutEnLigne', (donnees) => {
        const nom = Object.keys(compilation.assets).find((fichier) => fichier.endsWith('.js'));
        const script = enLigne(String(compilation.assets[nom].source()));
        const style = readFileSync(path.join(__dirname, 'src/page/page.css'), 'utf8');
        compilation.deleteAsset(nom);
        return {
          ...donnees,
          html: donnees.html.replace('</head>', () => `<style>${style}</style></head>`).replace('</body>', () => `<script id="mono">${script}</script></body>`),
        };
      });
      compilation.hooks.processAssets.tap({ name: 'ToutEnLigne', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT }, (fichiers) => {
        const html = String(fichiers[MONO].source());
        const [, style] = /<style>([\s\S]*?)<\/style>/.exec(html);
        const [, script] = /<script id="?mono"?>([\s\S]*?)<\/script>/.exec(html);
        const politique = `script-src ${empreinte(script)}; style-src ${empreinte(style)} ${STYLE_VIDE}; img-src data:; base-uri 'none'; form-action 'none'`;
        compilation.updateAsset(MONO, new sources.RawSource(html.replace('POLITIQUE', () => politique)));
      });
    });
  }
}

/** Dit au service hors ligne les fichiers à garder, et l'empreinte de leur ensemble. */
class ListeHorsLigne {
  apply(compilateur) {
    compilateur.hooks.thisCompilation.tap('ListeHorsLigne', (compilation) => {
      compilation.hooks.processAssets.tap({ name: 'ListeHorsLigne', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT }, (fichiers) => {
        const noms = Object.keys(fichiers).filter((nom) => nom !== SERVICE && nom !== 'index.html').sort();
        const resume = createHash('sha256');
        for (const nom of [...noms, 'index.html']) resume.update(nom).update(fichiers[nom]?.buffer?.() ?? String(fichiers[nom]?.source() ?? ''));
        const tete = `const __FICHIERS__=${JSON.stringify(noms)},__EMPREINTE__=${JSON.stringify(resume.digest('hex').slice(0, 12))};\n`;
        compilation.updateAsset(SERVICE, (source) => new sources.RawSource(tete + String(source.source())));
      });
    });
  }
}

function regles(mono) {
  return [
    {
      test: /\.tsx?$/,
      exclude: /node_modules/,
      loader: 'swc-loader',
      options: { jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022', transform: { react: { runtime: 'automatic' } } } },
    },
    { test: /\.xlsx$/, type: mono ? 'asset/inline' : 'asset/resource', generator: mono ? {} : { filename: 'exemples/[name][ext]' } },
  ];
}

function commune(mono) {
  return {
    name: mono ? 'mono' : 'page',
    target: ['web', 'es2022'],
    devtool: false,
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
    module: { rules: regles(mono) },
    // Par swc, qui compile déjà : trois fois plus vite que le réducteur d'usage, et pas plus gros.
    optimization: { minimizer: [new Reducteur({ minify: Reducteur.swcMinify, extractComments: !mono, parallel: false })] },
    performance: { hints: false },
    stats: 'errors-warnings',
  };
}

const definitions = (mono) => new DefinePlugin({ __VERSION__: JSON.stringify(version), __MONO_FICHIER__: JSON.stringify(mono) });

const page = {
  ...commune(false),
  entry: { page: './src/page/index.tsx', 'hors-ligne': './src/page/hors-ligne/service.ts' },
  output: {
    path: DOSSIER,
    // Chaque script trouve les siens d'après sa propre adresse : le worker n'a pas celle de la page.
    publicPath: 'auto',
    // Récrits même identiques : leur date dit à `npm run demo` que la page est à jour.
    compareBeforeEmit: false,
    filename: ({ chunk }) => (chunk.name === 'hors-ligne' ? SERVICE : 'scripts/[name].[contenthash:8].js'),
    chunkFilename: 'scripts/[name].[contenthash:8].js',
    clean: { keep: (nom) => nom === MONO },
  },
  plugins: [
    definitions(false),
    new HtmlWebpackPlugin({ filename: 'index.html', template: 'src/page/page.html', chunks: ['page'], templateParameters: { csp: POLITIQUE, mono: false } }),
    new CopyWebpackPlugin({ patterns: [{ from: 'assets/icone-32.png', to: 'assets/' }, { from: 'src/page/page.css' }] }),
    new ListeHorsLigne(),
  ],
};

const mono = {
  ...commune(true),
  entry: { mono: './src/page/index.tsx' },
  output: { path: DOSSIER, filename: 'mono.js', publicPath: '', compareBeforeEmit: false },
  plugins: [
    definitions(true),
    new optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
    new HtmlWebpackPlugin({ filename: MONO, template: 'src/page/page.html', inject: false, minify: false, templateParameters: { csp: "default-src 'none'; POLITIQUE", mono: true } }),
    new ToutEnLigne(),
  ],
};

module.exports = [page, mono];
module.exports.POLITIQUE = POLITIQUE;
