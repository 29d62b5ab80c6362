// Sends a chosen video with progress, and draws its poster: one frame, taken in the browser, so that the server needs no video tools.

const running = new WeakMap();
const posterWidth = 540;
const posterBytes = 2 * 1024 * 1024;
const posterPatience = 5000;

function frameOf(file) {
  return new Promise((resolve) => {
    const url = URL.createObjectURL(file);
    const video = document.createElement('video');
    const finish = (blob) => {
      clearTimeout(timer);
      URL.revokeObjectURL(url);
      video.removeAttribute('src');
      resolve(blob && blob.size <= posterBytes ? blob : null);
    };
    const timer = setTimeout(() => finish(null), posterPatience);
    video.muted = true;
    video.preload = 'auto';
    video.addEventListener('error', () => finish(null));
    video.addEventListener('loadedmetadata', () => {
      video.currentTime = Number.isFinite(video.duration) ? Math.min(1, video.duration / 3) : 0;
    });
    video.addEventListener('seeked', () => {
      try {
        const scale = Math.min(1, posterWidth / video.videoWidth);
        const canvas = document.createElement('canvas');
        canvas.width = Math.max(1, Math.round(video.videoWidth * scale));
        canvas.height = Math.max(1, Math.round(video.videoHeight * scale));
        canvas.getContext('2d').drawImage(video, 0, 0, canvas.width, canvas.height);
        canvas.toBlob(finish, 'image/jpeg', 0.82);
      } catch {
        finish(null);
      }
    });
    video.src = url;
  });
}

// Tells the page what was chosen, also when it is dropped onto the field by the browser's own drag and drop.
export async function watch(input, page) {
  const tell = () => {
    const file = input.files[0];
    return page.invokeMethodAsync('Chosen', file ? file.name : '', file ? file.size : 0);
  };
  input.addEventListener('change', tell);
  if (input.files.length > 0) {
    await tell();
  }
}

export async function start(input, page, url, token, fields) {
  const file = input.files[0];
  if (!file) {
    return;
  }
  const request = new XMLHttpRequest();
  running.set(input, request);
  const poster = await frameOf(file);
  if (running.get(input) !== request) {
    return;
  }
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    form.append(name, value);
  }
  if (poster) {
    form.append('poster', poster, 'poster.jpg');
  }
  form.append('file', file, 'video');

  let told = -1;
  request.upload.addEventListener('progress', (event) => {
    const percent = event.lengthComputable ? Math.floor((event.loaded / event.total) * 100) : 0;
    if (percent !== told) {
      told = percent;
      page.invokeMethodAsync('Progressed', percent);
    }
  });
  const end = (status, body) => {
    if (running.get(input) === request) {
      running.delete(input);
      page.invokeMethodAsync('Ended', status, body);
    }
  };
  request.addEventListener('load', () => end(request.status, request.responseText));
  request.addEventListener('error', () => end(0, ''));
  request.addEventListener('timeout', () => end(0, ''));
  request.open('POST', url);
  request.setRequestHeader('RequestVerificationToken', token);
  request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
  request.send(form);
}

export function cancel(input) {
  const request = running.get(input);
  running.delete(input);
  request?.abort();
}
