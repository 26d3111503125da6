/** Construit la commande `cdppe` : un seul fichier, sans dépendance à installer. */
const path = require('node:path');

module.exports = {
  mode: 'production',
  target: 'node20',
  entry: { cdppe: './src/cli/index.ts' },
  output: { path: path.resolve(__dirname, 'build/cli'), filename: '[name].cjs', clean: true },
  resolve: { extensions: ['.ts', '.js'] },
  module: {
    rules: [
      {
        test: /\.ts$/,
        exclude: /node_modules/,
        loader: 'swc-loader',
        options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } },
      },
    ],
  },
  // Rien à gagner à l'abréger : lisible, une panne se signale avec une pile qui parle.
  optimization: { minimize: false },
  performance: { hints: false },
  stats: 'errors-warnings',
};
