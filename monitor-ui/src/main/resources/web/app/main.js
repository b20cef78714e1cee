import {html, LitElement} from 'lit'; console.log(LitElement, html);
