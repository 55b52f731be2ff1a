import { render } from 'preact';
import './page.css';
import './import.css';
import { ImportApp } from './importApp';

const page = document.getElementById('page');
if (page !== null) render(<ImportApp />, page);
