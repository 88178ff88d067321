import { useCrop } from '../../hooks/use-crop.ts';
import { Spinner } from '../../ui/spinner.tsx';
import { useT } from './words.tsx';

/** A picture that was taken of the screen, or words where there is none. Never what a page's address leads to. */
export function CropPicture({ cropId, name }: { cropId: string | undefined; name: string }) {
  const t = useT();
  const crop = useCrop(cropId);
  if (cropId === undefined) return <div class="rights-picture empty-picture">{t('rights_no_picture')}</div>;
  return (
    <div class="rights-picture">
      {crop.state === 'loading' && <Spinner />}
      {crop.state === 'failed' && <span class="soft">{t('rights_picture_failed')}</span>}
      {crop.state === 'ready' && (
        <img src={crop.address} width={crop.width} height={crop.height} alt={name} />
      )}
    </div>
  );
}
