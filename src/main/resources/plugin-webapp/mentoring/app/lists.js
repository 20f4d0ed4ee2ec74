// Lists of options: each can be searched, and each is announced for what it is, with what stands out in it. form-js draws them,
// and keeps that for the eye.
import { onForm } from './form-schema.js';
import { onDrawn } from './open-forms.js';
import { fieldTexts } from './field-texts.js';

// The other kind cannot be closed with a key.
onForm(components =>
  components.filter(({ type }) => type === 'select').forEach(select => {
    select.searchable = true;
  })
);

function set(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) {
      node.removeAttribute(name);
    } else if (node.getAttribute(name) !== String(value)) {
      node.setAttribute(name, value);
    }
  }
}

/** What form-js says in English wherever it is. */
function say(field) {
  const skip = field.querySelector('.fjs-taglist-skip-link');
  if (skip && skip.textContent !== fieldTexts.skipChosen) {
    skip.textContent = fieldTexts.skipChosen;
  }
  field.querySelectorAll('.fjs-taglist-tag').forEach(tag => {
    const chosen = tag.querySelector('.fjs-taglist-tag-label').textContent;
    tag.querySelectorAll('.fjs-taglist-tag-remove').forEach(remove => set(remove, { title: fieldTexts.removeChosen(chosen) }));
  });
}

function announce(field) {
  const input = field.querySelector('.fjs-input-group input, .fjs-taglist-input');
  const list = field.querySelector('.fjs-dropdownlist');
  if (input === null) {
    return;
  }
  say(field);
  const id = `${input.id}-list`;
  const options = [...(list?.children ?? [])];
  options.forEach((option, place) =>
    set(option, {
      role: 'option',
      id: `${id}-${place}`,
      'aria-selected': option.classList.contains('focused'),
      'aria-disabled': option.classList.contains('fjs-dropdownlist-empty') ? true : null
    })
  );
  const none = list?.querySelector('.fjs-dropdownlist-empty');
  if (none && none.textContent !== fieldTexts.noneInList) {
    none.textContent = fieldTexts.noneInList;
  }
  if (list !== null) {
    set(list, { role: 'listbox', id, 'aria-label': field.querySelector('label').textContent });
  }
  set(input, {
    role: 'combobox',
    placeholder: fieldTexts.searchList,
    'aria-autocomplete': 'list',
    'aria-expanded': list !== null,
    'aria-controls': list === null ? null : id,
    'aria-activedescendant': options.find(option => option.classList.contains('focused'))?.id ?? null,
    'aria-invalid': field.classList.contains('fjs-has-errors')
  });
}

onDrawn(({ place }) =>
  place.querySelectorAll('.fjs-form-field-select, .fjs-form-field-taglist').forEach(announce)
);
