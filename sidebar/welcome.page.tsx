import { render } from 'preact';
import './page.css';
import './welcome.css';
import { WelcomeApp } from './welcomeApp';

const page = document.getElementById('page');
if (page !== null) render(<WelcomeApp />, page);
