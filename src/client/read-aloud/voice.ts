/**
 * Calls back once with the device's own Mandarin voice, as soon as the browser knows one. A voice that is not local
 * sends the text to its maker, and this site makes no request to another host.
 */
export function whenSpoken(ready: (voice: SpeechSynthesisVoice) => void): void {
  if (!('speechSynthesis' in window)) return;
  const look = () => {
    const voice = mandarin(speechSynthesis.getVoices());
    if (!voice) return;
    speechSynthesis.removeEventListener('voiceschanged', look);
    ready(voice);
  };
  speechSynthesis.addEventListener('voiceschanged', look);
  look();
}

const wanted = [/^(zh|cmn)[-_](CN|Hans)/i, /^(zh|cmn)(?![-_]HK)/i];

function mandarin(voices: SpeechSynthesisVoice[]): SpeechSynthesisVoice | undefined {
  const local = voices.filter(({ localService }) => localService);
  return wanted.flatMap((tag) => local.filter(({ lang }) => tag.test(lang)))[0];
}
