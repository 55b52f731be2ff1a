import { render } from 'preact';
import './page.css';
import './card.css';
import './sidebar.css';
import { SidebarApp } from './sidebarApp';

const page = document.getElementById('page');
if (page !== null) render(<SidebarApp />, page);
