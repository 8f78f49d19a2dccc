import { Button, FileButton, SegmentedControl, TextInput } from '@mantine/core';
import { fileTypes, SafeLink } from '@rejoin/shared';
import { IconFileUpload } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { announce } from '../../../lib/announce';
import { Note } from '../../../ui/Note';
import classes from './Materials.module.css';
import { useAddMaterial } from './useAddMaterial';

const accepted = Object.values(fileTypes).join(',');

/** For staff: a page of the web, or a worksheet. */
export function AddMaterial() {
  const [what, setWhat] = useState('link');
  const { link, file, running, problem } = useAddMaterial();
  return (
    <div className={classes.add}>
      <SegmentedControl
        fullWidth
        aria-label="What to share"
        value={what}
        onChange={setWhat}
        data={[
          { value: 'link', label: 'A web page' },
          { value: 'file', label: 'A worksheet' },
        ]}
      />
      {what === 'link' ? <LinkFields onShare={link} running={running} /> : <FileFields onShare={file} running={running} />}
      {problem && (
        <Note tone="warning" live>
          {problem}
        </Note>
      )}
    </div>
  );
}

interface Fields<Value> {
  onShare: (title: string, value: Value) => Promise<boolean>;
  running: boolean;
}

function LinkFields({ onShare, running }: Fields<string>) {
  const [title, setTitle] = useState('');
  const [url, setUrl] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const share = async (event: FormEvent) => {
    event.preventDefault();
    const checked = SafeLink.safeParse(url.trim());
    setWrong(checked.success ? null : (checked.error.issues[0]?.message ?? null));
    if (!checked.success || title.trim() === '' || !(await onShare(title.trim(), checked.data))) return;
    announce(`${title.trim()} is shared.`);
    setTitle('');
    setUrl('');
  };
  return (
    <form className={classes.fields} onSubmit={(event) => void share(event)} noValidate>
      <TextInput
        label="Name"
        placeholder="Box breathing"
        value={title}
        maxLength={120}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextInput
        label="Address"
        placeholder="https://"
        type="url"
        inputMode="url"
        value={url}
        error={wrong}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <Button type="submit" loading={running} disabled={title.trim() === '' || url.trim() === ''}>
        Share with everyone
      </Button>
    </form>
  );
}

function FileFields({ onShare, running }: Fields<File>) {
  const [title, setTitle] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const take = (taken: File | null) => {
    setFile(taken);
    if (taken && title === '') setTitle(taken.name.replace(/\.[a-z]+$/i, '').slice(0, 120));
  };
  const share = async (event: FormEvent) => {
    event.preventDefault();
    if (!file || title.trim() === '' || !(await onShare(title.trim(), file))) return;
    announce(`${title.trim()} is shared.`);
    setTitle('');
    setFile(null);
  };
  return (
    <form className={classes.fields} onSubmit={(event) => void share(event)}>
      <FileButton accept={accepted} onChange={take}>
        {(props) => (
          <Button {...props} variant="default" leftSection={<IconFileUpload size={20} aria-hidden />}>
            {file ? file.name : 'Choose a PDF, PNG or JPEG'}
          </Button>
        )}
      </FileButton>
      <TextInput
        label="Name"
        placeholder="Box breathing"
        value={title}
        maxLength={120}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Button type="submit" loading={running} disabled={!file || title.trim() === ''}>
        Share with everyone
      </Button>
    </form>
  );
}
