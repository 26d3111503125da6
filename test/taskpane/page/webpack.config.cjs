/** Construit la page d'essai du volet : `npx webpack --config test/taskpane/page/webpack.config.cjs --output-path DOSSIER`. */
const path = require('node:path');
const CopyWebpackPlugin = require('copy-webpack-plugin');
const HtmlWebpackPlugin = require('html-webpack-plugin');

const racine = path.resolve(__dirname, '../../..');

module.exports = {
  mode: 'production',
  target: ['web', 'es2022'],
  devtool: false,
  context: racine,
  entry: { essai: path.join(__dirname, 'entree.tsx') },
  output: { filename: '[name].js', chunkFilename: '[name].[id].js', publicPath: '', clean: true },
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  module: {
    rules: [{
      test: /\.tsx?$/,
      exclude: /node_modules/,
      loader: 'swc-loader',
      options: { jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022', transform: { react: { runtime: 'automatic' } } } },
    }],
  },
  plugins: [
    new HtmlWebpackPlugin({ template: path.join(__dirname, 'page.html'), filename: 'index.html' }),
    new CopyWebpackPlugin({ patterns: [{ from: 'exemples/*.xlsx' }] }),
  ],
  performance: { hints: false },
};
