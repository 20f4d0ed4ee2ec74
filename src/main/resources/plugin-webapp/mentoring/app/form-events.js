// Says on the document what becomes of forms, so that nothing else has to look into Tasklist for it:
//
// "mentoring:opened"    a form is on the screen
// "mentoring:answered"  the server has taken what was sent
// "mentoring:refused"   it has not; 401 when nobody is logged in any more, 0 when it was not reached
//
// In "detail": kind ("task" or "start"), id (of the task, or the key of what begins). Of what is open also form (the
// element), viewer (the form of form-js, which knows what stands in it), schema (from which it was drawn) and formId (of the
// task, or of the definition of what begins); of what was sent also status, and body if it was refused. Whoever shows
// something after an answer sets "next" in it: where Tasklist goes then, such as "/mentors".

/** Milliseconds, for fields to be there. */
const AT_MOST = 500;

const SENT = /\/(?:task|process-definition)\/([^/]+)\/submit-form$/;

/** What the forms are that are open, by the elements in which they are drawn. */
const places = new WeakMap();
/** The keys of what can begin, by the ids of their definitions, which are in the addresses. */
const keys = new Map();
const hooks = [];

function tell(what, detail) {
  document.dispatchEvent(new CustomEvent(`mentoring:${what}`, { detail }));
}

function whatItIs(id) {
  return keys.has(id) ? { kind: 'start', id: keys.get(id) } : { kind: 'task', id };
}

/** Tasklist's bundle names none of its parts, but finds each. */
function formOfFormJs() {
  let parts;
  window.webpackChunkcamunda_bpm_webapp.push([['mentoring'], {}, all => (parts = all)]);
  const [name] = Object.entries(parts.m).find(([, part]) => part.toString().includes('_getSubmitData(){'));
  return parts(name).Form;
}

function drawn(container) {
  return new Promise(done => {
    const look = () => {
      const form = container.querySelector('.fjs-form');
      if (form !== null) {
        observer.disconnect();
        done(form);
      }
    };
    const observer = new MutationObserver(look);
    observer.observe(container, { childList: true, subtree: true });
    look();
  });
}

/** form-js knows what stands in a field a moment after it is drawn. A form of texts only has none. */
function fieldsOf(viewer) {
  return new Promise(done => {
    const settled = () => setTimeout(done);
    if (viewer.get('formFieldInstanceRegistry').getAllKeyed().length > 0) {
      settled();
    } else {
      viewer.on('formFieldInstanceRegistry.changed', settled);
      setTimeout(done, AT_MOST);
    }
  });
}

async function tellThatItIsOpen(viewer, place, schema) {
  const form = await drawn(place);
  await fieldsOf(viewer);
  if (document.contains(form)) {
    tell('opened', { ...places.get(place), form, viewer, schema });
  }
}

/** The forms of form-js. */
export const Form = formOfFormJs();

/** The id of what a form belongs to: of the task, or of the definition of what begins with it; undefined of others. */
export function formIdOf(viewer) {
  return places.get(viewer._container.parentElement)?.formId;
}

const { importSchema } = Form.prototype;
Form.prototype.importSchema = async function (schema, data) {
  // Before fields are drawn: otherwise what is typed stands nowhere for a moment, and is gone when something else is typed in it.
  this.get('config').debounce = false;
  const imported = await importSchema.call(this, schema, data);
  const place = this._container.parentElement;
  if (places.has(place)) {
    tellThatItIsOpen(this, place, schema).catch(console.error);
  }
  return imported;
};

/** @param hook gets the place of each form as soon as Tasklist has it: element, scope and controller, kind, id and formId */
export function onPlace(hook) {
  hooks.push(hook);
}

window.angular.module('cam.tasklist.custom').decorator('camTasklistFormCamundaDirective', [
  '$delegate',
  ([directive, ...others]) => {
    const { compile } = directive;
    directive.compile = (...parts) => {
      const link = compile.apply(directive, parts);
      return (scope, node, attributes, controller) => {
        const { taskId, processDefinitionId, processDefinitionKey } = controller.getParams();
        if (taskId === undefined) {
          keys.set(processDefinitionId, processDefinitionKey);
        }
        const [element] = node;
        const formId = taskId ?? processDefinitionId;
        const place = { ...whatItIs(formId), formId };
        places.set(element, place);
        hooks.forEach(hook => hook({ ...place, element, scope, controller }));
        return link(scope, node, attributes, controller);
      };
    };
    return [directive, ...others];
  }
]);

// A request of Tasklist's with ears that hear before its own, or it has gone on before others know.
window.XMLHttpRequest = class extends XMLHttpRequest {
  #sends = null;

  constructor(...options) {
    super(...options);
    this.addEventListener('readystatechange', () => {
      if (this.#sends !== null && this.readyState === XMLHttpRequest.DONE) {
        const { status } = this;
        if (status >= 200 && status < 300) {
          tell('answered', { ...this.#sends, status });
        } else {
          tell('refused', { ...this.#sends, status, body: this.responseText });
        }
      }
    });
  }

  open(method, address, ...rest) {
    const sent = method === 'POST' ? SENT.exec(address) : null;
    this.#sends = sent && whatItIs(decodeURIComponent(sent[1]));
    super.open(method, address, ...rest);
  }
};
