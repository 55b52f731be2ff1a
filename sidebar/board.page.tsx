import { render } from 'preact';
import './page.css';
import './card.css';
import './board.css';
import { BoardApp } from './boardApp';

const page = document.getElementById('page');
if (page !== null) render(<BoardApp />, page);
