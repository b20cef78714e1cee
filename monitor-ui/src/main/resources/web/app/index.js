import './tokens.css';
import './app.js';
