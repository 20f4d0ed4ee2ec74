// Asks whether somebody leaves what they have written. Comes when it is needed.
import { element } from './dom.js';
import { language, others } from './texts.js';

const english = {
  title: 'Leave this?',
  keptInPage: 'What you wrote is only in this window. It stays here until you send it, log out, or close or reload the window.',
  keptNowhere: 'What you wrote is kept nowhere. If you leave, it is gone.',
  stay: 'Go on writing',
  leave: 'Leave'
};

const words = { ...english, ...others.question };

/** @param where how what they wrote is kept: keptInPage or keptNowhere */
export function question(where) {
  return new Promise(done => {
    const stay = element('button', { type: 'button', class: 'btn btn-primary' }, words.stay);
    const leave = element('button', { type: 'button', class: 'btn btn-link' }, words.leave);
    const dialog = element(
      'dialog',
      {
        class: 'mentoring-question',
        role: 'alertdialog',
        lang: language,
        'aria-labelledby': 'mentoring-question',
        'aria-describedby': 'mentoring-question-why'
      },
      element('h2', { id: 'mentoring-question' }, words.title),
      element('p', { id: 'mentoring-question-why' }, words[where]),
      element('p', { class: 'mentoring-question-answers' }, leave, stay)
    );
    // The Escape key is for this one, and not for what is below it.
    dialog.addEventListener('keydown', event => event.stopPropagation());
    dialog.addEventListener('close', () => {
      dialog.remove();
      done(dialog.returnValue === 'leave');
    });
    stay.addEventListener('click', () => dialog.close());
    leave.addEventListener('click', () => dialog.close('leave'));
    document.body.append(dialog);
    dialog.showModal();
    stay.focus();
  });
}
